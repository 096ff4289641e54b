from uuid import uuid4

from sqlalchemy import delete, select

from caseflow.audit.record import tell_rows
from caseflow.database.sealed_rows import change
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import Entry
from caseflow.database.tables.units import Membership
from caseflow.database.told_rows import is_told, told_tables
from caseflow.database.unit_of_work import Work
from tests.factories.house import House
from tests.factories.log import BEGIN


def case(house: House) -> Case:
    return Case(
        client_id=uuid4(),
        unit_id=house.units["beratung"],
        opened_at=BEGIN,
        opened_by=uuid4(),
        code=b"sealed",
        code_key_id=b"key",
    )


def touched(work: Work) -> list[tuple[str, bool]]:
    return [(name[0], row is not None) for name, row in work.touched.take(work.session)]


def test_rows_that_decide_and_rows_of_drawers_are_told() -> None:
    assert is_told(Case)
    assert is_told(Entry)
    for other in (Envelope, StagedEntry, Leaf, NameCard):
        assert not is_told(other)
    names = [table.__tablename__ for table in told_tables()]
    assert names == sorted(names)
    assert {"cases", "entries", "memberships"} <= set(names)


def test_what_is_added_changed_or_deleted_is_noted_once(house: House) -> None:
    work = house.work()
    added = case(house)
    work.session.add(added)
    assert touched(work) == [("cases", True)]  # before it is flushed
    work.session.flush()
    assert touched(work) == []  # and not once more
    work.session.add(case(house))
    work.session.flush()
    assert touched(work) == [("cases", True)]
    assert touched(work) == []
    member = work.session.get(Membership, house.memberships["berta", "beratung"].id)
    assert member is not None
    change(work, member, role="lead")
    change(work, member, role="intake")
    assert touched(work) == [("memberships", True)]
    work.session.execute(delete(Case).where(Case.id == added.id))
    assert touched(work) == [("cases", False)]
    work.abandon()


def test_what_is_deleted_row_by_row_is_noted_too(house: House) -> None:
    work = house.work()
    added = case(house)
    work.session.add(added)
    work.session.flush()
    work.session.delete(added)
    work.session.flush()
    assert touched(work) == [("cases", False)]
    work.session.execute(delete(Envelope))
    assert touched(work) == []
    work.abandon()


def test_what_was_given_up_is_not_told(house: House) -> None:
    work = house.work()
    work.session.add(case(house))
    work.session.flush()
    work.abandon()
    assert not work.touched
    nested = work.session.begin_nested()
    work.session.add(case(house))
    work.session.flush()
    nested.rollback()
    assert touched(work) == []
    work.session.add(row := case(house))
    work.session.flush()
    work.touched.forget("cases", row.id)
    assert touched(work) == []
    work.abandon()


def test_a_commit_tells_of_what_no_trace_has_named(house: House) -> None:
    work = house.work()
    work.session.add(case(house))
    work.finish()
    work = house.work()
    [staged] = work.session.scalars(select(StagedEntry.payload)).all()
    assert b'"act":"rows.tell"' in staged
    assert b'"table":"cases"' in staged
    tell_rows(work)
    assert len(work.session.scalars(select(StagedEntry.payload)).all()) == 1
    work.abandon()
