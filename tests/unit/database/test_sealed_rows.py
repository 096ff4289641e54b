import pytest
from sqlalchemy import text, update
from sqlalchemy.orm.attributes import set_committed_value

from caseflow.database.column_types import Unreadable
from caseflow.database.sealed_rows import change, holds, intact, use
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vocabulary.errors import Stale
from tests.factories.house import House


def loaded(work: Work, house: House) -> Membership:
    row = work.session.get(Membership, house.memberships["berta", "beratung"].id)
    assert row is not None
    return row


def test_a_row_as_it_was_written_is_intact(house: House) -> None:
    work = house.work()
    row = loaded(work, house)
    assert intact(work, [row]) == [row]
    assert work.alarms == []


def test_a_row_that_was_changed_behind_our_back_is_an_alarm(house: House) -> None:
    work = house.work()
    row = loaded(work, house)
    work.session.execute(
        update(Membership).where(Membership.id == row.id).values(role="lead"),
        execution_options={"synchronize_session": False},
    )
    work.finish()
    again = loaded(work, house)
    assert intact(work, [again]) == []
    assert work.alarms == [Alarm.of_seal("memberships", again.id)]


@pytest.mark.parametrize("role", [Unreadable("x"), "\udcff", 1.5])
def test_what_cannot_be_read_or_encoded_is_not_as_it_was_sealed(house: House, role: object) -> None:
    row = loaded(house.work(), house)
    assert holds(house.around.sealer, row)
    set_committed_value(row, "role", role)
    assert not holds(house.around.sealer, row)


def test_a_change_makes_the_seal_again(house: House) -> None:
    work = house.work()
    row = loaded(work, house)
    change(work, row, ended_at=work.clock.now())
    work.finish()
    again = loaded(work, house)
    assert again.ended_at == work.clock.now()
    assert intact(work, [again]) == [again]


def test_whoever_is_slower_is_told_so(house: House) -> None:
    first, second = house.work(), house.work()
    row = loaded(first, house)
    first.finish()
    same = loaded(second, house)
    second.finish()
    change(second, same, role="lead")
    second.finish()
    with pytest.raises(Stale):
        change(first, row, role="intake")
    assert use(first, row) is None
    first.abandon()


def test_uses_are_counted_one_by_one_and_break_no_seal(house: House) -> None:
    work = house.work()
    row = loaded(work, house)
    before = row.uses
    assert [use(work, row), use(work, row), use(work, row, 3)] == [
        before + 1,
        before + 2,
        before + 5,
    ]
    work.finish()
    again = loaded(work, house)
    assert intact(work, [again]) == [again]


def test_a_column_that_is_not_there_is_a_bug(house: House) -> None:
    work = house.work()
    with pytest.raises(TypeError, match="colour"):
        change(work, loaded(work, house), colour="red")


def test_a_row_without_a_seal_is_no_row(house: House) -> None:
    work = house.work()
    work.session.execute(text("UPDATE memberships SET row_seal = :nothing"), {"nothing": b""})
    work.finish()
    assert intact(work, [loaded(work, house)]) == []


def test_a_column_of_a_later_release_is_sealed_only_while_it_says_something(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Membership, "later", frozenset({"ended_at"}))
    work = house.work()
    row = loaded(work, house)
    change(work, row, ended_at=None)
    assert holds(house.around.sealer, row)
    change(work, row, ended_at=work.clock.now())
    assert holds(house.around.sealer, row)
    set_committed_value(row, "ended_at", None)
    assert not holds(house.around.sealer, row)
