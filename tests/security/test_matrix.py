"""Every route × method × role × unit × state of consent answers as the table beside this file says.

The table was written by the rules of the house: who is logged in, who has which role, whom a case
of her unit connects with the client, and what she has agreed to.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from sqlalchemy import select

from caseflow.database.tables.audit_log import Leaf
from caseflow.http.doorkeeper import check_routes
from caseflow.http.faults import STATUS, Fault
from caseflow.identity import OpenIdProvider
from caseflow.identity.invitations import make_invitation
from caseflow.policy.decision import decide
from caseflow.policy.facts import Facts, Question
from caseflow.policy.permissions import PERMISSIONS
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.configuration import OpenIdConnect
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from tests.factories.application import application
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.retention import held, waiting_run
from tests.security.matrix import Knocker, Street, computed, doors, read_table, states
from tests.security.matrix_house import EVERYBODY, GIVER, STATES, peopled, subjects

HERE = Path(__file__).parent
# The doors stand open where a provider is configured, and this one does not answer.
NOBODY = OpenIdProvider(OpenIdConnect("http://127.0.0.1:9", "caseflow", "Login"), "x")
TABLE = read_table((HERE / "matrix.txt").read_text(encoding="utf-8"))
README = HERE.parents[1] / "README.md"
STORY, LOG, STAFF = "GET /clients/<uuid:client>/story", "GET /log", "GET /staff/new"


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    house = peopled(f"sqlite:///{tmp_path_factory.mktemp('matrix') / 'caseflow.db'}")
    known = subjects(house)
    integrated(house)
    app = application(house, openid=NOBODY)
    everyone = {name: Knocker(app, name) for name in EVERYBODY}
    yield Street(app, everyone, known, others(house), TABLE)
    house.close()


@pytest.fixture(scope="module")
def found(street: Street) -> dict[str, list[str]]:
    return computed(street)


def others(house: House) -> dict[str, object]:
    """Return what addresses name that are about no client."""
    work = house.work()
    row, invited = make_invitation(work, house.staff["caseworker-giver"], house.staff["lead-giver"])
    work.session.add(row)
    run = waiting_run(work, house.staff["officer"])
    work.finish()
    hold = held(house, None, house.units[GIVER], who="officer")
    with house.sessions() as session:
        leaves = session.scalars(select(Leaf).order_by(Leaf.position)).all()
    position = next(leaf.position for leaf in leaves if b"reason_digest" in leaf.payload)
    return {
        "staff": house.staff["caseworker-giver"],
        "membership": house.memberships["intake-giver", GIVER].id,
        "position": position,
        "index": position,
        "path": "0/000.p/1",
        "token": invited.token,
        "question": "own_fear",
        "report": "unit_year",
        "session": new_id(),
        "program": new_id(),
        "hold": hold,
        "run": run,
    }


def differences(found: dict[str, list[str]], expected: dict[str, list[str]]) -> list[str]:
    """Return each cell that is not as it should be, and each line that only one of both has."""
    missing = found.keys() - expected.keys()
    told = [f"no line for {name}; found {' '.join(found[name])}" for name in missing]
    told += [f"no door for {name}" for name in expected.keys() - found.keys()]
    return told + [
        f"{name} for {who}: {is_} and not {should}"
        for name in found.keys() & expected.keys()
        for who, is_, should in zip(EVERYBODY, found[name], expected[name], strict=True)
        if is_ != should
    ]


def test_everybody_is_told_at_every_door_what_the_table_says(found: dict[str, list[str]]) -> None:
    assert len(found) > 100
    assert differences(found, TABLE) == []


def test_the_sample_in_the_book_is_what_was_found(found: dict[str, list[str]]) -> None:
    sample = sampled(README.read_text(encoding="utf-8"))
    assert len(sample) == 10
    for name, cells in sample.items():
        of = dict(zip(EVERYBODY, found[name], strict=True))
        groups = [[each for who, each in of.items() if who.endswith(at)] for at in PLACES]
        alone = [of[who] for who in ("nobody", "administrator", "officer", "walled")]
        assert cells == [*alone, *(" ".join(group) for group in groups)], name


PLACES = ("-giver", "-receiver", "-stranger")


def sampled(text: str) -> dict[str, list[str]]:
    """Return the lines of a book that tell of doors, with their cells."""
    rows = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith(("| `GET /", "| `POST /", "| `PUT /", "| `PATCH /", "| `DELETE /"))
    ]
    return {row[0]: row[1:] for row in rows}


def test_a_door_without_a_line_and_a_line_without_a_door_are_found(street: Street) -> None:
    names = [door.name for door in doors(street.app)]
    lines = {name: TABLE[name] for name in names}
    less = {name: line for name, line in lines.items() if name != LOG}
    assert differences(lines, less) == [f"no line for {LOG}; found {' '.join(TABLE[LOG])}"]
    assert differences(less, lines) == [f"no door for {LOG}"]


def test_a_route_without_a_policy_lets_no_house_open(street: Street) -> None:
    view_functions = street.app.view_functions
    kept = view_functions["web.log"]
    view_functions["web.log"] = lambda: "open to all"
    try:
        with pytest.raises(BadConfiguration, match="/log declares no policy"):
            check_routes(street.app)
    finally:
        view_functions["web.log"] = kept


def test_a_role_that_may_more_than_it_should_is_found(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = {**PERMISSIONS, Permission.ADMIT_STAFF: frozenset(Role)}
    monkeypatch.setattr("caseflow.policy.permissions.PERMISSIONS", MappingProxyType(wider))
    assert f"{STAFF} for intake-giver: . and not 4" in wrong_at(street, STAFF)


def test_a_wall_that_nobody_heeds_is_found(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    def unheeding(question: Question, facts: Facts) -> object:
        return decide(question, dataclasses.replace(facts, walled=False))

    monkeypatch.setattr("caseflow.vault.permit.decide", unheeding)
    assert wrong_at(street, STORY) == [f"{STORY} for walled: ! and not 4"]


def test_a_consent_that_is_not_heeded_is_found(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.policy.rules.received_by", lambda *_: {})
    assert {line.partition(": ")[2] for line in wrong_at(street, STORY)} == {". and not .!.~."}


def test_a_page_that_says_that_she_may_not_is_found(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    telling = {**STATUS, Fault.NOT_FOUND: 403}
    monkeypatch.setattr("caseflow.web.error_pages.STATUS", MappingProxyType(telling))
    assert f"{STORY} for lead-stranger: 3 and not 4" in wrong_at(street, STORY)


def test_where_a_table_says_one_sign_two_states_are_asked_for_and_else_all(street: Street) -> None:
    story = next(door for door in doors(street.app) if door.name == STORY)
    assert states(story, "walled", "4")[0] == "active"
    assert {states(story, name, "4")[1] for name in EVERYBODY} == {*STATES} - {"active"}
    assert states(story, "walled", "") == states(story, "walled", ".!.~.") == STATES


def wrong_at(street: Street, *names: str) -> list[str]:
    return differences(computed(street, *names), {name: TABLE[name] for name in names})
