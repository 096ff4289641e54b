from typing import Any

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Entry, Fact
from caseflow.vault.contents import find_fact, rewrite
from caseflow.vault.open_drawers import key_of
from caseflow.vault.permit import Ask, trace
from caseflow.vault.pieces import Opened
from caseflow.vault.turn import turn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import MissingKey, Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, entry, fact, new_client, permitted, write
from tests.factories.house import House
from tests.unit.vault.reading import log, read, texts


def written(house: House, *texts: str) -> Known:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, *[entry(each) for each in texts])
    return known


def turned(house: House, category: str = "violence") -> dict[str, Any]:
    """Turn one drawer, as an act of its own; return what the log tells of it."""
    work, act = house.work_as("berta", "beratung"), new_id()
    drawer = work.session.query(Drawer).filter_by(category=category).one()
    key_of(work, drawer)
    events = turn(work, (), drawer, act)
    work.finish()
    told = next(each for each in log(house) if each["act"] == Act.DRAWER_TURN and "keys" in each)
    assert told["details"] == {"act": str(act)}
    assert told["keys"] == [event.listed() for event in events]
    return told


def test_all_contents_are_sealed_anew_and_no_version_of_an_edit_changes(house: House) -> None:
    known, berta = written(house, "eins", "zwei"), house.actor("berta", "beratung")
    [elsewhere] = write(house, berta, known, entry("drei", "health"))
    with house.sessions() as session:
        before = set(session.scalars(select(Entry.text)))
    turned(house)
    with house.sessions() as session:
        rows = session.scalars(select(Entry).where(Entry.id != elsewhere)).all()
        stayed = session.scalars(select(Entry).where(Entry.id == elsewhere)).one()
    assert before.isdisjoint(row.text for row in rows)
    assert {(row.version, row.seal_revision, row.key_version) for row in rows} == {(1, 2, 2)}
    assert (stayed.seal_revision, stayed.key_version) == (1, 1)
    assert texts(read(house, berta, known)) == ["drei", "eins", "zwei"]
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]


def test_answers_get_new_tags_and_are_found_again(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, fact("allergies", "Nüsse", "health"))
    with house.sessions() as session:
        before = session.scalars(select(Fact.question_tag)).one()
    turned(house, "health")
    with house.sessions() as session:
        assert session.scalars(select(Fact.question_tag)).one() != before
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    assert find_fact(work, given, "health", "allergies") is not None


def test_one_entry_names_the_digest_of_every_row(house: House) -> None:
    known, unit = written(house, "eins", "zwei"), str(house.units["beratung"])
    told = turned(house)
    assert len([each for each in log(house) if each["act"] == Act.DRAWER_TURN]) == 1
    with house.sessions() as session:
        ids = {str(each) for each in session.scalars(select(Entry.id))}
        drawer = str(session.scalars(select(Drawer.id)).one())
        made = set(session.scalars(select(Envelope.act).where(Envelope.key_version == 2)))
    assert {row["id"] for row in told["rows"]} == ids | {drawer}
    assert (told["client"], told["unit"]) == (str(known.id), unit)
    assert told["drawers"] == [{"id": drawer, "unit": unit, "category": "violence"}]
    assert {str(each) for each in made} == {told["id"]}


def test_a_long_manifest_runs_over_several_entries(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.turn.MANIFEST", 3)
    written(house, *"abcdefg")
    first = turned(house)
    sheets = [each for each in log(house) if each["act"] == Act.DRAWER_TURN]
    further = [each for each in sheets if each != first]
    assert sorted(len(each["rows"]) for each in sheets) == [1, 3, 4]  # and the drawer
    named = {row["id"] for each in sheets for row in each["rows"]}
    assert len(named) == 8
    for each in further:
        assert each["details"] == {"turn": first["id"]}
        assert "keys" not in each
        assert (each["client"], each["drawers"]) == (first["client"], first["drawers"])


def test_three_hundred_digests_fit_into_one_leaf(house: House) -> None:
    written(house, *map(str, range(300)))
    turned(house)
    (told,) = [each for each in log(house) if each["act"] == Act.DRAWER_TURN]
    assert len(told["rows"]) == 300


def test_nobody_turns_without_the_key_or_after_somebody_else(house: House) -> None:
    written(house, "eins")
    work = house.work_as("berta", "beratung")
    drawer = work.session.query(Drawer).one()
    with pytest.raises(MissingKey):
        turn(work, (), drawer, new_id())
    key_of(work, drawer)
    work.session.execute(
        update(Drawer)
        .values(row_seal=b"somebody else's")
        .execution_options(synchronize_session=False)
    )
    with pytest.raises(Stale):
        turn(work, (), drawer, new_id())


def damage(house: House, table: type[Entry | Fact], column: str) -> str:
    """Damage a field of the only row of a table, and return the row's id."""
    with house.sessions() as session:
        session.execute(update(table).values({column: b"\x01damaged"}))
        session.commit()
        return str(session.scalars(select(table.id)).one())


def mark_due(house: House) -> None:
    work = house.work()
    change(work, work.session.query(Drawer).one(), turn_due=work.clock.now())
    work.finish()


def test_a_write_into_a_due_drawer_leaves_what_is_damaged_and_names_it(house: House) -> None:
    known = written(house, "eins")
    damaged = damage(house, Entry, "title")
    mark_due(house)
    berta = house.actor("berta", "beratung")
    write(house, berta, known, entry("zwei"))
    opened = read(house, berta, known)
    assert texts(opened) == ["eins", "zwei"]
    with house.sessions() as session:
        titles = set(session.scalars(select(Entry.title)))
    assert b"\x01damaged" in titles
    alarms = [each["details"] for each in log(house) if each["act"] == Act.ALARM_KEY]
    assert {"table": "entries", "row": damaged} in alarms
    (told,) = [each for each in log(house) if each["act"] == Act.DRAWER_TURN]
    assert damaged not in {row["id"] for row in told.get("rows", [])}


def test_an_answer_to_a_damaged_question_keeps_its_tag(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, fact("allergies", "Nüsse", "health"))
    with house.sessions() as session:
        before = session.scalars(select(Fact.question_tag)).one()
    damage(house, Fact, "question")
    turned(house, "health")
    with house.sessions() as session:
        assert session.scalars(select(Fact.question_tag)).one() == before


def test_a_damaged_answer_is_told_again_while_its_drawer_is_due(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, fact("allergies", "Nüsse", "health"))
    damage(house, Fact, "value")
    mark_due(house)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    row = find_fact(work, given, "health", "allergies")
    assert row is not None
    told = {"state": "answered", "value": "Milch", "told_on": "2026-03-02"}
    trace(work, given, rewrite(work, given, row, told).deeds)
    work.finish()
    opened = read(house, berta, known)
    assert isinstance(opened, Opened)
    assert [piece.text("value") for piece in opened.of(Fact)] == ["Milch"]
