from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from caseflow.records.appointments.wall_time import comes_twice, read_wall_time
from caseflow.vocabulary.answers import Problem

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = "29.3.2026", "25.10.2026"


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("14:30", 13, 30),
        ("14.30 Uhr", 13, 30),
        (" 9 ", 8, 0),
        ("9 h", 8, 0),
        ("09:05", 8, 5),
        ("00:00", 23, 0),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, hour: int, minute: int) -> None:
    day = 3 if hour == 23 else 4
    found = read_wall_time("4.3.2026", typed, "", BERLIN)
    assert found == (datetime(2026, 3, day, hour, minute, tzinfo=UTC), [])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("halb drei", "not_a_time"),
        ("14:3", "not_a_time"),
        ("٩", "not_a_time"),
        ("24:00", "no_such_time"),
        ("12:60", "no_such_time"),
    ],
)
def test_what_no_clock_shows_is_refused(typed: str, code: str) -> None:
    assert read_wall_time("4.3.2026", typed, "", BERLIN) == (
        None,
        [Problem("time", code, {"given": typed})],
    )


def test_what_is_missing_is_asked_for() -> None:
    missing = [Problem("day", "required"), Problem("time", "required")]
    assert read_wall_time(" ", "", "", BERLIN) == (None, missing)


def test_day_and_time_are_complained_of_together() -> None:
    start, problems = read_wall_time("31.6.2026", "x", "", BERLIN)
    assert start is None
    assert [(each.field, each.code) for each in problems] == [
        ("day", "no_such_day"),
        ("time", "not_a_time"),
    ]


@pytest.mark.parametrize("clock", ["2:00", "2:30", "2:59"])
def test_the_hour_that_is_left_out_is_no_time(clock: str) -> None:
    start, problems = read_wall_time(SPRING, clock, "second", BERLIN)
    assert (start, [(each.field, each.code) for each in problems]) == (
        None,
        [("time", "hour_left_out")],
    )


@pytest.mark.parametrize(("clock", "hour"), [("1:59", 0), ("3:00", 1)])
def test_the_hours_beside_it_are(clock: str, hour: int) -> None:
    start, _ = read_wall_time(SPRING, clock, "", BERLIN)
    assert start is not None
    assert start.hour == hour


def test_of_an_hour_that_comes_twice_it_must_be_said_which() -> None:
    start, problems = read_wall_time(AUTUMN, "2:30", "", BERLIN)
    assert start is None
    assert problems == [Problem("which", "hour_twice", {"given": "02:30"})]
    first, second = (
        read_wall_time(AUTUMN, "2:30", which, BERLIN)[0] for which in ("first", "second")
    )
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert second == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert read_wall_time(AUTUMN, "3:00", "", BERLIN)[1] == []


def test_only_that_hour_comes_twice() -> None:
    twice = [
        (day, hour)
        for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 7, 1))
        for hour in range(24)
        if comes_twice(day, time(hour), BERLIN)
    ]
    assert twice == [(date(2026, 10, 25), 2)]
