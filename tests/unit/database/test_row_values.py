from uuid import UUID

import pytest
from sqlalchemy.orm.attributes import set_committed_value

from caseflow.database.column_types import Unreadable
from caseflow.database.row_values import (
    all_values,
    covered_values,
    plain,
    readable,
    row_id,
    table_name,
)
from caseflow.database.tables.clients import Wall
from caseflow.database.tables.units import Membership
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.ids import new_id

ONE, TWO = UUID(int=1), UUID(int=2)


def membership() -> Membership:
    return Membership(
        staff_id=ONE, unit_id=TWO, role="lead", admitted_by=None, since=SystemClock().now()
    )


def test_a_seal_covers_all_but_itself_and_the_counters() -> None:
    row = membership()
    assert all_values(row).keys() - covered_values(row).keys() == {"row_seal", "uses"}
    assert covered_values(row)["ended_at"] is None


def test_a_row_is_readable_as_long_as_each_of_its_values_is() -> None:
    row = membership()
    assert readable(row)
    set_committed_value(row, "since", Unreadable("some day"))
    assert not readable(row)


def test_sets_are_sorted_and_records_keep_their_order() -> None:
    assert plain((TWO, ONE)) == [str(ONE), str(TWO)]
    assert plain(("b", "a", "a")) == ["a", "b"]
    assert plain(({"b": "2"}, {"a": "1"})) == [{"b": "2"}, {"a": "1"}]
    assert plain(7) == 7


def test_a_row_is_known_by_its_table_and_the_last_part_of_its_key() -> None:
    row = membership()
    wall = Wall(
        client_id=ONE, staff_id=TWO, unit_id=TWO, recorded_by=TWO, recorded_at=SystemClock().now()
    )
    assert (table_name(row), row_id(row)) == ("memberships", row.id)
    assert row_id(wall) == wall.id != new_id()


def test_a_column_of_a_later_release_counts_only_where_it_says_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = membership()
    before = covered_values(row).keys()
    monkeypatch.setattr(Membership, "later", frozenset({"admitted_by"}))
    assert before - covered_values(row).keys() == {"admitted_by"}
    assert before - all_values(row).keys() == {"admitted_by"}
    set_committed_value(row, "admitted_by", ONE)
    assert covered_values(row).keys() == before
