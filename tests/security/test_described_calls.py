"""Whatever the interface's own document lets somebody send, its answers are as it describes them.

Requests are made up from the document itself, some of them right and some of them wrong on
purpose; half of the right ones name somebody who exists. No answer is an error of the server, and
no refusal holds a word of hers.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from flask import Flask, Response
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from sqlalchemy import select

from caseflow.database.tables.clients import Case as CaseRow
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.records import Entry
from caseflow.http.programs import UNIT_HEADER
from tests.factories.application import application, resting
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import API, Program
from tests.factories.scale import scaled
from tests.security.filled_house import NAME, SECRETS, Filled, filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from schemathesis.core.transport import Response as Answer

EXAMPLES = 3  # of each call, right and wrong ones each
OFFICERS = ("/audit/", "/emergency-accesses/", "/frozen-copies")
UNIT, OFFICE = "frauenhaus", "datenschutz"
HOST = "http://127.0.0.1"
# Sentences about what was sent are more than a schema can say: of those, 422 is as good.
CHECKS = {
    "positive_data_acceptance": {
        "expected-statuses": ["2xx", "401", "403", "404", "409", "422", "428", "429"]
    }
}


@dataclass
class Tried:
    """How many requests were sent, how many were granted, and what was wrong with their answers."""

    requests: int
    wrong: list[str]
    good: int = 0  # answers that something was done or shown


@pytest.fixture(scope="module")
def house(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path_factory.mktemp("described")) as made:
        yield made


@pytest.fixture(scope="module")
def known(house: House) -> dict[str, object]:
    """Return ids that exist, by the names that addresses give them."""
    life = filled(house)
    integrated(house)
    return ids_of(house, life)


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    return resting(application(house))


def ids_of(house: House, life: Filled) -> dict[str, object]:
    here = CaseRow.unit_id == house.units[UNIT], CaseRow.client_id == life.known.id
    wanted = {
        "entry": select(Entry.id).where(Entry.client_id == life.known.id),
        "case": select(CaseRow.id).where(*here),
        "handover": select(Handover.id),
        "emergency": select(EmergencyAccess.id),
        "copy": select(Drawer.id).where(Drawer.copied_from.is_not(None)),
    }
    with house.sessions() as session:
        found: dict[str, UUID | None] = {
            name: session.scalars(each).first() for name, each in wanted.items()
        }
    return {**found, "client": life.known.id, "consent": life.consent, "index": 3}


@pytest.fixture(scope="module")
def described(app: Flask) -> list[Any]:
    """Return every call of the document."""
    config = schemathesis.Config.from_dict({"checks": CHECKS})
    document = schemathesis.openapi.from_wsgi(
        f"{API}/openapi.json", app, base_url=f"{HOST}{API}", config=config
    )
    found = list(document.get_all_operations())
    whole = [each.ok() for each in found if isinstance(each, Ok)]
    assert len(whole) == len(found), found
    return whole


def tried(app: Flask, described: list[Any], known: dict[str, object]) -> Tried:
    """Send made-up requests to these calls of the document."""
    found = Tried(0, [])
    for operation in described:
        officer = operation.path.startswith(OFFICERS)
        program = Program(app, *(("olga", OFFICE) if officer else ("frieda", UNIT)))
        assert "Authorization" in program.headers
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            strategy = operation.as_strategy(generation_mode=mode)
            put_in = known if mode is GenerationMode.POSITIVE else {}
            _try(strategy, program.headers, put_in, found)
    return found


def _try(
    strategy: st.SearchStrategy[Any],
    headers: dict[str, str],
    known: dict[str, object],
    found: Tried,
) -> None:
    @seed(2026)
    @settings(
        max_examples=scaled(EXAMPLES),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy, exists=st.booleans())
    def send(case: Case[Any], exists: bool) -> None:  # noqa: FBT001 - drawn by name
        if known:
            _make_sense(case, headers[UNIT_HEADER], known if exists else {})
        answer = case.call(headers=headers)
        found.requests += 1
        found.good += answer.status_code < 300
        found.wrong.extend(_wrong(case, answer, headers))

    send()


def _make_sense(case: Case[Any], unit: str, known: dict[str, object]) -> None:
    """Let a right request act for the unit that it comes from, and name somebody."""
    for part in (case.body, case.query):
        if isinstance(part, dict):
            part.update({name: unit for name in ("unit", "from_unit") if name in part})
    path: dict[str, Any] = case.path_parameters or {}
    path.update({name: str(id_) for name, id_ in known.items() if name in path})


def _wrong(case: Case[Any], answer: "Answer", headers: dict[str, str]) -> Iterator[str]:
    try:
        case.validate_response(answer, headers=headers)
    except BaseExceptionGroup as failures:
        yield from (f"{case.operation.label}: {each}" for each in failures.exceptions)
    if answer.status_code >= 400 and any(secret in answer.text for secret in SECRETS):
        yield f"{case.operation.label}: a secret in a refusal"
    if "Traceback" in answer.text:
        yield f"{case.operation.label}: a traceback"


def test_every_answer_is_as_the_document_describes_it(
    app: Flask, described: list[Any], known: dict[str, object]
) -> None:
    found = tried(app, described, known)
    assert not found.wrong, "\n".join(found.wrong)
    assert found.requests > 250
    assert found.good > 50, "most was refused at the door: this showed little"


def test_what_is_described_otherwise_than_it_answers_is_found(
    app: Flask, described: list[Any], known: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    [units] = [each for each in described if each.label == "GET /units"]
    faults: dict[str, Callable[..., Response]] = {
        "Server error": lambda **_: Response("{}", 500, content_type="application/json"),
        "Undocumented status code": lambda **_: Response("{}", 418),
        "Undocumented Content-Type": lambda **_: Response("{}", 200, content_type="text/html"),
        "Response violates schema": lambda **_: Response("{}", content_type="application/json"),
        "a secret in a refusal": lambda **_: Response(
            json.dumps({"type": "urn:x", "title": NAME, "status": 404, "detail": ""}),
            404,
            content_type="application/problem+json",
        ),
        "a traceback": lambda **_: Response("Traceback (most recent call last)", 200),
    }
    for said, answer in faults.items():
        monkeypatch.setitem(app.view_functions, "api.get_units", keeping_policy(app, answer))
        wrong = tried(app, [units], known).wrong
        assert any(said in each for each in wrong), (said, wrong)


def keeping_policy(app: Flask, answer: "Callable[..., Response]") -> "Callable[..., Response]":
    vars(answer).update(vars(app.view_functions["api.get_units"]))
    return answer
