from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from caseflow.cli.demo.story_clock import StoryClock
from tests.factories.house import StoppedClock

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 6, 11, 12, tzinfo=UTC)


def test_it_begins_in_the_past_and_is_put_forward() -> None:
    clock = StoryClock(StoppedClock(NOW), ZONE, 10)
    assert clock.day(0) == date(2026, 6, 1)
    clock.go_to(2, 9)
    assert clock.now() == datetime(2026, 6, 3, 7, 0, 1, tzinfo=UTC)
    assert clock.now() == datetime(2026, 6, 3, 7, 0, 2, tzinfo=UTC)


def test_its_days_are_working_days_and_stay_in_order() -> None:
    for later in range(7):
        clock = StoryClock(StoppedClock(NOW + timedelta(days=later)), ZONE, 10)
        days = [clock.day(number) for number in range(14)]
        assert {day.isoweekday() for day in days} == {1, 2, 3, 4, 5}
        assert days == sorted(days)


def test_what_would_fall_on_a_weekend_happens_on_the_friday() -> None:
    clock = StoryClock(StoppedClock(NOW), ZONE, 10)
    assert [clock.day(number) for number in (4, 5, 6, 7)] == [
        date(2026, 6, 5),
        date(2026, 6, 5),
        date(2026, 6, 5),
        date(2026, 6, 8),
    ]


def test_it_never_goes_back() -> None:
    clock = StoryClock(StoppedClock(NOW), ZONE, 10)
    clock.go_to(5, 9)
    at = clock.now()
    clock.go_to(2, 9)
    assert clock.now() > at


def test_it_never_runs_ahead_of_the_machine() -> None:
    clock = StoryClock(StoppedClock(NOW), ZONE, 10)
    clock.go_to(12, 9)
    assert clock.now() == NOW


def test_in_an_older_house_the_story_is_told_now() -> None:
    clock = StoryClock(StoppedClock(NOW), ZONE, 10, NOW - timedelta(hours=1))
    clock.go_to(2, 9)
    assert clock.now() == NOW - timedelta(hours=1) + timedelta(seconds=1)
    assert clock.day(2) == date(2026, 6, 3)
