from importlib import import_module

import pytest
from sqlalchemy import func, select

from caseflow.database.tables.clients import Client
from caseflow.database.tables.imports import ImportedLine
from caseflow.records.imports.import_line import Outcome, import_line
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import do, problems, story, traces
from tests.unit.records.imports.sheets import line

LINE = line(
    "client_name concern entry:note:goals entry:note:goals:day",
    "Nazari, Samira",
    "=1+1",
    "Sie kam.",
    "1.2.2026",
)


def _clients(house: House) -> int:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(Client)) or 0


def _only(house: House) -> Known:
    with house.sessions() as session:
        return Known(session.scalars(select(ImportedLine.client_id)).one(), "")


@pytest.fixture
def lea(house: House) -> Actor:
    return house.actor("lea", "beratung")


def test_a_line_becomes_a_client_with_a_case(house: House, lea: Actor) -> None:
    assert do(house, lea, import_line, LINE) is Outcome.IMPORTED
    known = _only(house)
    seen = story(house, lea, known)
    assert {fact.question for fact in seen.facts} == {"client_name", "concern"}
    assert [entry.text for entry in seen.entries] == ["Sie kam."]
    told = [fact.answer.value for fact in seen.facts if fact.question == "concern" and fact.answer]
    assert told == ["=1+1"]
    (entry,) = traces(house, Act.CLIENT_CREATE)
    assert entry["details"] == {"line": "2"}
    assert {drawer["category"] for drawer in entry["drawers"]} == {"identity", "goals"}


def test_the_same_line_again_changes_nothing(house: House, lea: Actor) -> None:
    do(house, lea, import_line, LINE)
    assert do(house, lea, import_line, LINE) is Outcome.ALREADY
    assert do(house, lea, import_line, LINE, try_only=True) is Outcome.ALREADY
    assert _clients(house) == 1
    assert len(traces(house, Act.CLIENT_CREATE)) == 1


def test_another_unit_has_its_own_lines(house: House, lea: Actor) -> None:
    do(house, lea, import_line, LINE)
    there = house.actor("lea", "frauenhaus")
    assert do(house, there, import_line, LINE) is Outcome.IMPORTED
    assert _clients(house) == 2


def test_a_try_writes_nothing(house: House, lea: Actor) -> None:
    assert do(house, lea, import_line, LINE, try_only=True) is Outcome.SOUND
    assert _clients(house) == 0
    assert traces(house, Act.CLIENT_CREATE) == []


def test_a_bad_line_imports_nothing_of_it(house: House, lea: Actor) -> None:
    bad = line(
        "client_name birth_date incident_where entry:note:evidence entry:note:goals "
        "entry:note:goals:day entry:note:goals:title",
        "Nazari, Samira",
        "31.06.2022",
        "Amt",
        "Text",
        "Text",
        "31.06.2022",
        "x" * 600,
    )
    there = house.actor("lea", "frauenhaus")
    found = do(house, there, import_line, bad)
    assert problems(found) == {
        ("birth_date", "no_such_day"),
        ("incident_where", "not_kept_here"),
        ("entry:note:evidence", "not_kept_here"),
        ("entry:note:evidence:day", "empty"),
        ("entry:note:goals:day", "no_such_day"),
        ("entry:note:goals:title", "too_long"),
    }
    assert isinstance(do(house, lea, import_line, bad, try_only=True), Invalid)
    assert _clients(house) == 0


def test_whoever_may_create_no_clients_imports_none(house: House) -> None:
    assert isinstance(do(house, house.actor("olga", "datenschutz"), import_line, LINE), Refused)


def test_two_imports_of_one_line_bring_it_once(
    house: House, lea: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("caseflow.records.imports.import_line")
    known = module._known  # noqa: SLF001 - the other import comes between look and write
    looks: list[bool] = []

    def look_too_early(*about: object) -> bool:
        looks.append(bool(looks) and known(*about))
        return looks[-1]

    do(house, lea, import_line, LINE)
    monkeypatch.setattr(module, "_known", look_too_early)
    assert do(house, lea, import_line, LINE) is Outcome.ALREADY
    assert looks == [False, True]
    assert _clients(house) == 1
