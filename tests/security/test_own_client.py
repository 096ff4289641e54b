"""What an address names beside a client is there under her alone, whoever may read both.

Else a text is shown under another's name, and a change is written while whoever writes it believes
it to be in the other file. Taken from the map of all addresses, so that a new one is among them by
itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from sqlalchemy import event

from caseflow.vocabulary.ids import new_id
from tests.factories.application import application
from tests.factories.house import House
from tests.factories.merges import merged
from tests.security.matrix import Door, Knocker, doors, nothing_kept
from tests.security.matrix_house import GIVER, Subject, peopled, subjects

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

ONE, OTHER = "active", "partly withdrawn"
READERS = ("lead-giver", "caseworker-receiver")  # may read both; the second has emergencies
# Whole forms, so that each comes to where the piece is changed.
_ENTRY = {"kind": "note", "occurred_on": "1.3.2026", "title": "Neu", "text": "Neu"}
_VERSION = {"version": "1"}
_WHY = {"reason": "Nachfrage"}
WHOLE: dict[str, dict[str, str]] = {
    "web.send_entry": {**_ENTRY, **_VERSION},
    "web.send_appointment": {
        "day": "4.4.2026",
        "time": "9",
        "minutes": "30",
        "title": "Neu",
        **_VERSION,
    },
    "web.send_appointment_state": {"state": "cancelled", **_VERSION},
    "web.send_goal_state": {"state": "reached", **_VERSION},
    "web.send_progress": {"text": "Ein Schritt"},
    "web.send_correction": {"text": "So ist es nicht."},
    "web.send_settling": {"outcome": "stands", "reply": "So steht es da.", **_VERSION},
    "web.send_close_case": {"reason": "zu Ende"},
    "web.send_guardian": {"name": "Beispiel", "authority": "none", **_VERSION},
    "web.send_block": {"blocked": "other", **_VERSION},
    "web.send_unblock": _VERSION,
    "web.send_document": {"title": "Neu", "kind": "letter", "dated": "2.3.2026", **_VERSION},
    "web.delete_document": _VERSION,
    "web.send_document_file": _WHY,
    "web.send_receipt": _WHY,
    "web.send_drawn": _WHY,
    "web.ask_signed_receipt": _WHY,
    "api.delete_clients_client_kept_apart_pair": _WHY,
    "api.delete_clients_client_walls_wall": _WHY,
    "web.send_withdrawal": {"what": "whole"},
    "web.send_told": _WHY,
    "web.send_note": {"kind": "answer", "text": "Kommt an"},
}
CAME_IN = {200, 204, 303, 409}  # done, or too late for it
Told = tuple[int, list[str]]  # the status, and the statements that it took


@dataclass(frozen=True)
class Pair:
    """A house with two clients of one unit, and who may read both."""

    house: House
    app: Flask
    readers: tuple[Knocker, ...]
    one: Subject
    other: Subject

    def doors(self) -> list[Door]:
        """Return each address that names a client and something else by its id."""
        return [
            door
            for door in doors(self.app)
            if "client" in door.rule.arguments and door.rule.rule.count("<uuid:") > 1
        ]

    def knock(self, reader: Knocker, door: Door, of: Subject, client: Subject) -> "TestResponse":
        """Send all that there is to say about something of one under a client."""
        ids = {**of.ids, "client": client.known.id}
        address = self.app.url_map.bind("127.0.0.1").build(
            door.rule.endpoint, {name: ids[name] for name in door.rule.arguments}, door.method
        )
        return reader.knock(door.method, address, self._typed(door.rule.endpoint))

    def _typed(self, endpoint: str) -> Mapping[str, str | list[str]]:
        if endpoint == "web.send_assignment":
            return {"generation": "1", "staff": [str(self.house.staff["lead-giver"])]}
        return WHOLE.get(endpoint, {})


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    house = peopled(f"sqlite:///{tmp_path_factory.mktemp('own') / 'caseflow.db'}")
    known = subjects(house, (ONE, OTHER))
    app = application(house)
    readers = tuple(Knocker(app, name) for name in READERS)
    yield Pair(house, app, readers, known[ONE], known[OTHER])
    house.close()


@pytest.fixture(scope="module")
def let_in(pair: Pair) -> list[tuple[Door, Knocker]]:
    """Return each door with who comes in there, by the address that is right."""
    with nothing_kept():
        return [(door, _let_in(pair, door)) for door in pair.doors()]


def _let_in(pair: Pair, door: Door) -> Knocker:
    told = []
    for reader in pair.readers:
        told.append(pair.knock(reader, door, pair.one, pair.one).status_code)
        if told[-1] in CAME_IN:
            return reader
    pytest.fail(f"{door.name}: {told}; its whole form is missing above, or somebody who may")


@pytest.fixture(scope="module")
def told(pair: Pair, let_in: list[tuple[Door, Knocker]]) -> dict[str, dict[str, Told]]:
    """Return what each is told at the wrong addresses, before the two are one person."""
    nothing = Subject(pair.one.known, {name: new_id() for name in pair.one.ids})
    addresses = {
        "the other's": (pair.other, pair.one),
        "the one's": (pair.one, pair.other),
        "nothing": (nothing, pair.one),
    }
    with nothing_kept():
        return {
            door.name: {name: _told(pair, reader, door, each) for name, each in addresses.items()}
            for door, reader in let_in
        }


def test_what_is_anothers_is_not_there_at_the_cost_of_nothing(
    told: dict[str, dict[str, Told]],
) -> None:
    assert len(told) > 20
    for door, under in told.items():
        status = {name: each[0] for name, each in under.items()}
        assert status == dict.fromkeys(under, 404), door
        assert under["the other's"] == under["nothing"], door


@pytest.mark.usefixtures("told")  # first: then they are one
def test_by_another_id_of_hers_it_is_there(pair: Pair, let_in: list[tuple[Door, Knocker]]) -> None:
    lead, second = (pair.house.actor(f"{role}-giver", GIVER) for role in ("lead", "caseworker"))
    merged(pair.house, lead, second, pair.one.known, pair.other.known)
    with nothing_kept():
        found = {
            door.name: pair.knock(reader, door, pair.other, pair.one).status_code
            for door, reader in let_in
        }
    assert {name: status for name, status in found.items() if status not in CAME_IN} == {}


def _told(pair: Pair, reader: Knocker, door: Door, address: tuple[Subject, Subject]) -> Told:
    run: list[str] = []

    def note(*told: object) -> None:
        run.append(str(told[2]))

    event.listen(pair.house.engine, "before_cursor_execute", note)
    try:
        answer = pair.knock(reader, door, *address)
    finally:
        event.remove(pair.house.engine, "before_cursor_execute", note)
    return answer.status_code, run
