"""Check what was typed for an appointment, and return its fields as they are sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from caseflow.records.appointments.wall_time import read_wall_time
from caseflow.records.read_fields import read_fields
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.appointments import DAYS_AHEAD, LONGEST, REMINDERS, SHORTEST
from caseflow.vocabulary.clock import instant_text, local_day
from caseflow.vocabulary.questions.days import EARLIEST, LATEST
from caseflow.vocabulary.safe_contact import Way, Ways
from caseflow.vocabulary.states import AppointmentState

_ON_THE_WALL = frozenset({"day", "time", "which"})
_WHOLE = frozenset({"day", "time"})
_START = "starts_at"
_KNOWN = _ON_THE_WALL | {_START, "minutes", "title", "place", "reminder", "state"}
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Around:
    """What an appointment is checked against."""

    today: date
    zone: ZoneInfo
    ways: Ways | None = None  # to her, as they stand today; none: nobody has looked
    earliest: date | None = None  # none: what is over may be put right


def check_appointment(
    typed: Mapping[str, str], around: Around
) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields that were typed, and every problem with them; others stay as they are."""
    problems = [Problem(name, "no_such_field") for name in sorted(typed.keys() - _KNOWN)]
    fields: dict[str, str] = {}
    for read in (_read_start, _read_minutes, _read_words, _read_reminder, _read_state):
        found, wrong = read(typed, around)
        fields |= found
        problems += wrong
    return fields, problems


_Read = tuple[dict[str, str], list[Problem]]


def _read_start(typed: Mapping[str, str], around: Around) -> _Read:
    if not typed.keys() & (_WHOLE | {_START}):
        return {}, []
    if _START in typed:
        start, problems = _read_instant(typed[_START])
        field = _START
    else:
        day, clock, which = (typed.get(name, "") for name in ("day", "time", "which"))
        start, problems = read_wall_time(day, clock, which, around.zone)
        field = "day"
    if start is None:
        return {}, problems
    wrong = _out_of_bounds(local_day(start, around.zone), around)
    return ({}, [Problem(field, *wrong)]) if wrong else ({"starts": instant_text(start)}, [])


def _read_instant(text: str) -> tuple[datetime | None, list[Problem]]:
    """Return an instant of RFC 3339, which says by itself how far it is from UTC."""
    try:
        found = datetime.fromisoformat(text)
        start = found.astimezone(UTC).replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        return None, [Problem(_START, "not_an_instant", {"given": text})]
    if found.tzinfo is None:
        return None, [Problem(_START, "not_an_instant", {"given": text})]
    if not EARLIEST <= start.year <= LATEST:
        # Danger: a year of two digits could be sealed and not be read again, nor her story.
        values = {"given": text, "from": str(EARLIEST), "to": str(LATEST)}
        return None, [Problem(_START, "year_out_of_range", values)]
    return start, []


def _out_of_bounds(day: date, around: Around) -> tuple[str, dict[str, str]] | None:
    if around.earliest is not None and day < around.earliest:
        return "day_is_over", {}
    if day > around.today + timedelta(days=DAYS_AHEAD):
        return "too_far_ahead", {"most": str(DAYS_AHEAD)}
    return None


def _read_minutes(typed: Mapping[str, str], _: Around) -> _Read:
    if "minutes" not in typed:
        return {}, []
    text = typed["minutes"].strip()
    plain = text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    if plain and SHORTEST <= int(text) <= LONGEST:
        return {"minutes": str(int(text))}, []
    values = {"least": str(SHORTEST), "most": str(LONGEST)}
    return {}, [Problem("minutes", "minutes_between", values)]


def _read_words(typed: Mapping[str, str], around: Around) -> _Read:
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for name in ("title", "place"):
        if name in typed:
            optional = frozenset({"title"} if name == "place" else ())
            found, wrong = read_fields({"title": typed[name]}, around.today, optional=optional)
            if not wrong:
                fields[name] = found["title"]
            problems += [Problem(name, each.code, each.values) for each in wrong]
    return fields, problems


def _read_reminder(typed: Mapping[str, str], around: Around) -> _Read:
    """Take a way that is open today, or none: nobody gets around one that is closed."""
    if "reminder" not in typed:
        return {}, []
    way = typed["reminder"]
    if not way:
        return {"reminder": ""}, []
    if way not in REMINDERS:
        return {}, [Problem("reminder", "not_a_choice")]
    if around.ways is None or not around.ways.of(Way(way)).open:
        return {}, [Problem("reminder", "way_closed")]
    return {"reminder": way}, []


def _read_state(typed: Mapping[str, str], _: Around) -> _Read:
    if "state" not in typed:
        return {}, []
    if typed["state"] not in set(AppointmentState):
        return {}, [Problem("state", "no_such_option", {"given": typed["state"]})]
    return {"state": typed["state"]}, []
