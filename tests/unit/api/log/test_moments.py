from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from caseflow.api.log.moments import Moment, end_instant, first_instant
from caseflow.http.schemas import InSchema, read
from caseflow.vocabulary.answers import Invalid, Problem

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Query(InSchema):
    since = Moment()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("20260302", date(2026, 3, 2)),
        ("2026-03-02T12:00:00Z", NOON),
        ("2026-03-02T13:00:00+01:00", NOON),
    ],
)
def test_a_day_and_an_instant_are_read(typed: str, found: date) -> None:
    assert read(Query(), {"since": typed}) == {"since": found}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "gestern",
        "2026-02-30",
        "2.3.2026",
        "2026-03-02T99",
        "0001-01-01",
        "9999-12-31T23:00-12:00",
    ],
)
def test_anything_else_is_named(typed: str) -> None:
    assert read(Query(), {"since": typed}) == Invalid((Problem("since", "not_readable"),))


def test_a_day_belongs_to_the_period_as_a_whole() -> None:
    day = date(2026, 3, 2)
    assert first_instant(day, BERLIN) == datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert end_instant(day, BERLIN) == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_an_instant_stays_and_one_without_a_zone_is_the_providers() -> None:
    for bound in (first_instant, end_instant):
        assert bound(NOON, BERLIN) == NOON
        assert bound(datetime(2026, 3, 2, 13), BERLIN) == NOON  # noqa: DTZ001 - that is the case
        assert bound(None, BERLIN) is None
