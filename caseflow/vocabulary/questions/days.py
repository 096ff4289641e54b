"""Read a calendar day as people write it, and refuse one that does not exist."""

import calendar
import re
from datetime import date

from caseflow.vocabulary.questions.faults import Asked, Fault, items, wrong_kind

EARLIEST, LATEST = 1900, 2199

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_GERMAN = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_NAMED = re.compile(r"(?P<day>\d{1,2})\.? ?(?P<month>[^\W\d]{3,9})\.? (?P<year>\d{4})")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan jänner",
            "februar february feb",
            "märz march mär mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}


def read_day(text: str) -> date | Fault:
    """Return the day that `2022-03-04`, `4.3.2022` or `4. März 2022` names."""
    found = _ISO.fullmatch(text) or _GERMAN.fullmatch(text) or _NAMED.fullmatch(text)
    if found is None or not text.isprintable():
        return Fault("not_a_date", {"given": text})
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold(), 0)
    return _existing_day(text, int(found["year"]), number, int(found["day"]))


def _existing_day(text: str, year: int, month: int, day: int) -> date | Fault:
    if not EARLIEST <= year <= LATEST:
        return Fault("year_out_of_range", {"given": text, "from": "1900", "to": "2199"})
    if not 1 <= month <= len(calendar.month_name) - 1:
        return Fault("no_such_month", {"given": text})
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        values = {"given": text, "last": str(last), "month": str(month), "year": str(year)}
        return Fault("no_such_day", values)
    return date(year, month, day)


def read_date(value: object, asked: Asked) -> str | Fault:
    """Return one ISO 8601 day."""
    if not isinstance(value, str):
        return wrong_kind(asked)
    day = read_day(value.strip())
    if isinstance(day, Fault):
        return day
    if asked.part.past and day > asked.today:
        return Fault("in_future", {"given": value.strip()})
    return day.isoformat()


def read_dates(value: object, asked: Asked) -> list[str] | Fault:
    """Return ISO 8601 days, earliest first, each once."""
    given = items(value, ",;")
    if given is None:
        return wrong_kind(asked)
    days = [read_date(item, asked) for item in given]
    fault = next((day for day in days if isinstance(day, Fault)), None)
    return fault or sorted({day for day in days if isinstance(day, str)})
