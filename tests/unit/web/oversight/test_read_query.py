from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from flask import Flask

from caseflow.http import current
from caseflow.oversight import LogQuery
from caseflow.vocabulary.acts import Act
from caseflow.web.oversight.read_query import read_position, read_query
from tests.factories.house import House

SOMEBODY = UUID(int=7)


@pytest.fixture(autouse=True)
def within(app: Flask, house: House) -> Iterator[None]:
    with app.test_request_context():
        current.hold_work(house.work())
        yield


def test_what_is_empty_asks_for_nothing() -> None:
    assert read_query({"client": "", "refused": False}) == LogQuery()


def test_days_are_whole_local_days() -> None:
    found = read_query({"since": "1.3.2026", "until": "2026-03-01"})
    assert found == LogQuery(
        since=datetime(2026, 2, 28, 23, tzinfo=UTC), until=datetime(2026, 3, 1, 23, tzinfo=UTC)
    )


def test_choices_are_read() -> None:
    asked = {"staff": str(SOMEBODY), "unit": str(SOMEBODY), "act": "story.read", "refused": True}
    assert read_query(asked) == LogQuery(
        staff=SOMEBODY, unit=SOMEBODY, act=Act.STORY_READ, permitted=False
    )


def test_every_problem_is_named() -> None:
    asked = {"staff": "x", "unit": "y", "act": "z", "since": "31. Juni 2026", "until": "x"}
    found = read_query(asked)
    assert isinstance(found, tuple)
    assert [each.field for each in found] == ["staff", "unit", "act", "since", "until"]


@pytest.mark.parametrize(
    ("typed", "position"),
    [("12", 12), ("", None), ("-1", None), ("²", None), ("9" * 20, 10**20 - 1)],
)
def test_a_position_is_a_number_or_none(typed: str, position: int | None) -> None:
    assert read_position({"after": typed}) == position
