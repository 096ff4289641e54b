"""With hidden clients and without them every answer is the same, byte for byte.

The number of statements stands for the time that an answer takes.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from flask import Response, request
from sqlalchemy import func, select

from caseflow.api.problems import fault_problem
from caseflow.consents import preview_consent
from caseflow.database.tables.clients import Client
from caseflow.database.tables.drawers import Drawer
from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.policy.decision import decide
from caseflow.policy.facts import Facts, Question
from caseflow.vault.shown_clients import Shown
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.agreeing import CONSENT
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.programs import API
from tests.factories.scale import scaled
from tests.security.scripts import Asked, Pool, scripts
from tests.security.worlds import (
    ASKERS,
    BLOCKED,
    SECRET,
    SURNAME,
    World,
    common,
    ids_of,
    two_worlds,
)

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

SCRIPTS = 60  # for each who asks
LENGTH = 4  # requests
_TOKEN = re.compile(r'(?<=name="csrf_token" value=")[^"]+')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_CODE = re.compile(r'(?<="code": ")[^"]+')


@dataclass(frozen=True)
class Pair:
    """Two worlds, and what is asked in them."""

    without: World
    beside: World
    pool: Pool

    def differences(self, many: int) -> Iterator[str]:
        """Yield the requests that are answered otherwise where somebody is hidden."""
        for script in scripts(self.pool, many, LENGTH):
            for asked in script:
                yield from self.difference(asked)

    def difference(self, asked: Asked) -> Iterator[str]:
        """Yield in what one request is answered otherwise."""
        answers = [
            world.ask(asked.method, asked.address, asked.typed)
            for world in (self.without, self.beside)
        ]
        (one, took), (other, took_other) = answers
        if masked(one) != masked(other):
            yield f"{asked}: {one.status_code} and {other.status_code}"
        elif abs(took - took_other) > asked.compares:
            yield f"{asked}: {took} and {took_other} statements"
        if SECRET in other.text or (SURNAME in other.text and SURNAME not in str(asked)):
            yield f"{asked}: tells of her"


@pytest.fixture(scope="module")
def pairs(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[Pair]]:
    folder = tmp_path_factory.mktemp("worlds")
    with ExitStack() as stack:
        made = stack.enter_context(copied(first_house_on_sqlite, request, folder))
        there = common(made)
        made.engine.dispose()  # it is copied as a file
        found = []
        for asker in ASKERS:
            worlds = two_worlds(made, there, asker, request, folder)
            without, beside, hidden = stack.enter_context(worlds)
            codes = [each.code for each in hidden]
            ids = ids_of(beside.house, hidden)
            found.append(Pair(without, beside, Pool(without.app, asker, there, ids, codes)))
        yield found


def masked(answer: "TestResponse") -> tuple[int, list[tuple[str, str]], str]:
    """Return an answer without what is new in every one: tokens, and ids made while answering."""
    hidden = {"X-Request-Id", "Set-Cookie"}
    headers = [(name, _ID.sub("·", value)) for name, value in answer.headers if name not in hidden]
    body = answer.get_data().decode(errors="replace")
    body = _ID.sub("·", _TOKEN.sub("·", body))
    if answer.status_code == 201:
        body = _CODE.sub("·", body)
    return answer.status_code, headers, body


def test_nobody_can_tell_whether_somebody_is_hidden(pairs: list[Pair]) -> None:
    for pair in pairs:
        found = list(pair.differences(scaled(SCRIPTS)))
        assert not found, "\n".join(found)


def of_families(pair: Pair) -> Iterator[Asked]:
    """Yield what tells of families, and the consents that somebody declares who is blocked."""
    asker, there = pair.pool.asker, pair.pool.there
    open_one = f"/clients/{there.open}"
    for place in ("family", "story", "intake"):
        yield Asked("GET", f"{open_one}/{place}", {})
    for place in ("guardians", "relatives"):
        yield Asked("GET", f"{API}{open_one}/{place}", {})
    for client, name in product((there.open, there.at_desk.id), (BLOCKED, "Oma Schmidt")):
        told = {"kind": "guardian", "name": name, "authority": "custody_sole"}
        # What is opened exists in both worlds: handing out its key is no secret of families.
        sent = {**CONSENT, "to_units": [asker.unit], "categories": ["identity"]}
        sent["declared_by"] = told
        # Whoever declares, the readers of each drawer of hers are looked up: there are three more,
        # and one of the other record that she has.
        yield Asked("POST", f"{API}/clients/{client}/consents", sent, compares=4)


def test_no_child_and_no_blocked_guardian_is_told_of_where_they_are_closed(
    pairs: list[Pair],
) -> None:
    for pair in pairs:
        found = [each for asked in of_families(pair) for each in pair.difference(asked)]
        assert not found, "\n".join(found)


def test_a_link_to_a_child_who_is_closed_would_be_found(
    pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        import_module("caseflow.records.open_family"),
        "shown_clients",
        lambda _work, _actor, clients: dict.fromkeys(clients, Shown("", "")),
    )
    found = [each for asked in of_families(pairs[0]) for each in pairs[0].difference(asked)]
    assert found


def telling_role(question: Question, facts: Facts) -> object:
    """Say 403 where there is somebody, in place of 404."""
    answer = decide(question, facts)
    return (
        Refused(Reason.NOT_YOUR_ROLE) if isinstance(answer, Refused) and facts.drawers else answer
    )


def everybody(*_: object) -> int:
    """Count all who are in the house."""
    return rows_of(Client.id)


def preview_of_drawers(*asked: object) -> object:
    """Tell of as many people as she has drawers."""
    answer = preview_consent(*asked)  # type: ignore[arg-type]  # handed on as it was given
    if not isinstance(answer, Disclosed):
        return answer
    return Disclosed(replace(answer.value, people=rows_of(Drawer.id)))


def naming(fault: Fault) -> Response:
    """Say of whom nothing is told."""
    response = fault_problem(fault)
    client = (request.view_args or {}).get("client")
    if client is not None and current.work().session.get(Client, client) is not None:
        response.set_data(response.get_data().replace(b"status", SURNAME.encode()))
    return response


def looking_closer(question: Question, facts: Facts) -> object:
    """Take a little longer for somebody who is there."""
    if facts.drawers:
        rows_of(Client.id)
    return decide(question, facts)


def rows_of(column: Any) -> int:  # noqa: ANN401 - any column
    return current.work().session.scalar(select(func.count(column))) or 0


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("caseflow.vault.permit.decide", telling_role),
        ("caseflow.web.work_list.count_waiting", everybody),
        ("caseflow.vault.client_file.walled_clients", lambda *_: set()),
        ("caseflow.vault.hidden.walled_clients", lambda *_: set()),
        ("caseflow.api.consents.preview.preview_consent", preview_of_drawers),
        ("caseflow.api.problems.fault_problem", naming),
        ("caseflow.vault.permit.decide", looking_closer),
    ],
    ids=["403 for 404", "count", "search", "handover", "preview", "error text", "time"],
)
def test_an_answer_that_tells_of_somebody_hidden_is_found(
    pairs: list[Pair], monkeypatch: pytest.MonkeyPatch, place: str, fault: object
) -> None:
    monkeypatch.setattr(place, fault)
    assert next(pairs[0].differences(SCRIPTS), None) is not None
