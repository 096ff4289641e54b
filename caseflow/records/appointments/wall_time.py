"""Read a day and a time as the clock on the wall shows them, and say which instant that is.

Pure. In one night of the year an hour is left out, and in another one an hour comes twice.
"""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.appointments import FIRST, SECOND
from caseflow.vocabulary.questions.days import read_day
from caseflow.vocabulary.questions.faults import Fault

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?: ?(?:uhr|h))?", re.ASCII)
_HOURS, _MINUTES = 23, 59


def read_wall_time(
    day: str, clock: str, which: str, zone: ZoneInfo
) -> tuple[datetime | None, list[Problem]]:
    """Return the instant in UTC, or what is wrong with `day`, `time` and `which` of two hours."""
    found, at = _read_day(day.strip()), _read_time(clock.strip())
    if isinstance(found, Problem) or isinstance(at, Problem):
        return None, [each for each in (found, at) if isinstance(each, Problem)]
    instant = _instant(found, at, which, zone)
    return (None, [instant]) if isinstance(instant, Problem) else (instant, [])


def comes_twice(day: date, at: time, zone: ZoneInfo) -> bool:
    """Say whether the clock shows this time twice on that day."""
    first, second = (datetime.combine(day, at, zone).replace(fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset() and _is_shown(first)


def _read_day(text: str) -> date | Problem:
    if not text:
        return Problem("day", "required")
    found = read_day(text)
    return Problem("day", found.code, dict(found.values)) if isinstance(found, Fault) else found


def _read_time(text: str) -> time | Problem:
    """Return the time that `14:30`, `14.30 Uhr` or `9` names."""
    if not text:
        return Problem("time", "required")
    found = _TIME.fullmatch(text.lower())
    if found is None:
        return Problem("time", "not_a_time", {"given": text})
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > _HOURS or minute > _MINUTES:
        return Problem("time", "no_such_time", {"given": text})
    return time(hour, minute)


def _instant(day: date, at: time, which: str, zone: ZoneInfo) -> datetime | Problem:
    local = datetime.combine(day, at, zone)
    values = {"given": f"{at:%H:%M}"}
    if comes_twice(day, at, zone):
        if which not in {FIRST, SECOND}:
            return Problem("which", "hour_twice", values)
        return local.replace(fold=int(which == SECOND)).astimezone(UTC)
    if not _is_shown(local):
        return Problem("time", "hour_left_out", values)
    return local.astimezone(UTC)


def _is_shown(local: datetime) -> bool:
    """Say whether the clock ever shows this time."""
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)
