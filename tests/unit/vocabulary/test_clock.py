from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from caseflow.vocabulary.clock import (
    SystemClock,
    end_of_day,
    instant_text,
    local_day,
    start_of_day,
)

BERLIN = ZoneInfo("Europe/Berlin")


def test_the_system_clock_says_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)],
)
def test_a_day_is_as_long_as_the_zone_makes_it(day: date, hours: int) -> None:
    assert end_of_day(day, BERLIN) - start_of_day(day, BERLIN) == timedelta(hours=hours)


def test_an_instant_falls_on_the_local_day() -> None:
    assert local_day(datetime(2026, 1, 1, 23, 30, tzinfo=UTC), BERLIN) == date(2026, 1, 2)


def test_an_instant_is_written_with_six_decimals_and_a_z() -> None:
    noon = datetime(2026, 7, 1, 14, tzinfo=BERLIN)
    assert instant_text(noon) == "2026-07-01T12:00:00.000000Z"
