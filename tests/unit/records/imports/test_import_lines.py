from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import func, select

from caseflow.database.tables.clients import Client
from caseflow.database.tables.imports import ImportedLine
from caseflow.records.imports.import_lines import Outcome, import_lines
from caseflow.records.imports.read_line import Line
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


def _import(house: House, actor: Actor, *lines: Line, **more: bool) -> Any:  # noqa: ANN401 - what became of the only line, or of all
    answers = do(house, actor, import_lines, lines, **more)
    return answers[0] if isinstance(answers, list) and len(lines) == 1 else answers


@pytest.fixture
def lea(house: House) -> Actor:
    return house.actor("lea", "beratung")


def test_a_line_becomes_a_client_with_a_case(house: House, lea: Actor) -> None:
    assert _import(house, lea, LINE) is Outcome.IMPORTED
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
    _import(house, lea, LINE)
    assert _import(house, lea, LINE) is Outcome.ALREADY
    assert _import(house, lea, LINE, try_only=True) is Outcome.ALREADY
    assert _clients(house) == 1
    assert len(traces(house, Act.CLIENT_CREATE)) == 1


def test_another_unit_has_its_own_lines(house: House, lea: Actor) -> None:
    _import(house, lea, LINE)
    there = house.actor("lea", "frauenhaus")
    assert _import(house, there, LINE) is Outcome.IMPORTED
    assert _clients(house) == 2


def test_a_try_writes_nothing(house: House, lea: Actor) -> None:
    assert _import(house, lea, LINE, try_only=True) is Outcome.SOUND
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
    found = _import(house, there, bad)
    assert problems(found) == {
        ("birth_date", "no_such_day"),
        ("incident_where", "not_kept_here"),
        ("entry:note:evidence", "not_kept_here"),
        ("entry:note:evidence:day", "required"),
        ("entry:note:goals:day", "no_such_day"),
        ("entry:note:goals:title", "too_long"),
    }
    assert isinstance(_import(house, lea, bad, try_only=True), Invalid)
    assert _clients(house) == 0


def test_whoever_may_create_no_clients_imports_none(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    _import(house, house.actor("lea", "beratung"), LINE)
    # Not even that a line is in already is told.
    assert isinstance(_import(house, olga, LINE), Refused)
    assert isinstance(_import(house, olga, LINE, try_only=True), Refused)


def test_two_imports_of_one_line_bring_it_once(
    house: House, lea: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("caseflow.records.imports.import_lines")
    known = module._known  # noqa: SLF001 - the other import comes between look and write
    looks: list[set[str]] = []

    def look_too_early(*about: object) -> set[str]:
        looks.append(known(*about) if looks else set())
        return set(looks[-1])

    _import(house, lea, LINE)
    monkeypatch.setattr(module, "_known", look_too_early)
    assert _import(house, lea, LINE) is Outcome.ALREADY
    assert looks == [set(), {LINE.text}]
    assert _clients(house) == 1


def test_good_and_bad_lines_together_come_in_or_stay_out_one_by_one(
    house: House, lea: Actor
) -> None:
    keys = "client_name birth_date entry:note:goals entry:note:goals:day"
    good = line(keys, "Nazari, Samira", "4.3.1990", "Sie kam.", "1.2.2026")
    bad = line(keys, "Müller, Eva", "31.6.1990", "Sie rief an.", "1.2.2026")
    other = line(keys, "Abel, Ada", "5.3.1990", "Sie schrieb.", "1.2.2026")
    first, wrong, second, twice = _import(house, lea, good, bad, other, good)
    assert (first, second, twice) == (Outcome.IMPORTED, Outcome.IMPORTED, Outcome.ALREADY)
    assert problems(wrong) == {("birth_date", "no_such_day")}
    with house.sessions() as session:
        clients = session.scalars(select(ImportedLine.client_id)).all()
    seen = [story(house, lea, Known(each, "")) for each in clients]
    assert sorted(entry.text for each in seen for entry in each.entries) == [
        "Sie kam.",
        "Sie schrieb.",
    ]
    uses = [basis["use"] for each in traces(house, Act.CLIENT_CREATE) for basis in each["bases"]]
    assert len(set(uses)) == len(uses) == 2


def test_no_lines_are_nothing(house: House, lea: Actor) -> None:
    assert _import(house, lea) == []
    assert traces(house, Act.CLIENT_CREATE) == []


def test_what_breaks_half_way_leaves_none_of_them(
    house: House, lea: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    work = house.work(lea)
    with monkeypatch.context() as patched:
        patched.setattr(import_module("caseflow.records.imports.import_lines"), "trace", broken)
        with pytest.raises(RuntimeError):
            import_lines(work, lea, [LINE])
    work.put_away()
    assert _clients(house) == 0
    assert _import(house, lea, LINE) is Outcome.IMPORTED
