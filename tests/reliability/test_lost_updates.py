"""Whoever changes one entry at the same time as others loses no text, neither hers nor theirs.

Everybody writes a token of her own behind what she has read. Whoever was slower is told the
version that stands now, reads again, and sends her token once more.
"""

from threading import Barrier
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.tables.records import Entry
from caseflow.http import current
from caseflow.records import change_entry
from tests.factories.application import application
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.scale import scaled
from tests.reliability.crowd import PATIENCE, at_once

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work
    from caseflow.vocabulary.actors import Actor

WRITERS = ("berta", "lea") * 4
EDITS = 2  # of each writer; before a release a hundred times as many
TRIES = 400


def test_of_eight_who_change_one_entry_nobody_loses_a_text(house: House) -> None:
    text, lost = edited(house)
    assert sorted(text) == sorted(tokens())
    assert lost > 0, "nobody was ever slower: this was no race"


def test_an_entry_that_is_changed_whatever_stands_there_loses_texts(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(
        work: "Work", actor: "Actor", entry: UUID, _version: int, typed: dict[str, str]
    ) -> Any:  # noqa: ANN401 - what the room answers
        newest = current.work().session.scalar(select(Entry.version).where(Entry.id == entry))
        return change_entry(work, actor, entry, newest or 0, typed)

    monkeypatch.setattr("caseflow.api.clients.entries.change_entry", careless)
    text, _ = edited(house)
    assert len(text) < len(tokens())


def tokens() -> list[str]:
    return [token(writer, edit) for writer in range(len(WRITERS)) for edit in range(scaled(EDITS))]


def token(writer: int, edit: int) -> str:
    return f"[{writer}.{edit}]"


def edited(house: House) -> tuple[list[str], int]:
    """Let everybody write; return the tokens that stand there, and how often one was slower."""
    berta = house.actor("berta", "beratung")
    [written] = write(house, berta, new_client(house, berta), entry("Anfang"))
    app = application(house)
    writers = [Program(app, name, "beratung") for name in WRITERS]
    numbers = {id(program): number for number, program in enumerate(writers)}
    line = Barrier(len(writers))

    def act(program: Program) -> int:
        mine = [token(numbers[id(program)], edit) for edit in range(scaled(EDITS))]
        return sum(_append(program, written, each, line) for each in mine)

    slower = sum(at_once(writers, act))
    text = writers[0].get(f"/entries/{written}").get_json()["fields"]["text"]
    return text.split()[1:], slower


def _append(program: Program, written: UUID, mine: str, line: Barrier) -> int:
    """Write a token behind what stands there; return how often others were faster."""
    for tried in range(TRIES):
        stands = program.get(f"/entries/{written}").get_json()
        if tried == 0:
            line.wait(PATIENCE)  # all have read the same text now
        words = {"text": f"{stands['fields']['text']} {mine}"}
        headers = {"If-Match": f'"{stands["version"]}"'}
        answer = program.send("PATCH", f"/entries/{written}", {"fields": words}, headers)
        if answer.status_code == 200:
            return tried
        assert answer.status_code == 409, answer.text
        assert answer.get_json().get("version", stands["version"] + 1) > stands["version"]
    raise AssertionError(f"{mine} was slower than the others again and again")
