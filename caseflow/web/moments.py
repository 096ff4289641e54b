"""Write instants as people read them, in the provider's time zone."""

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_datetime, format_time

from caseflow.http import current
from caseflow.http.language import language
from caseflow.vocabulary.clock import local_day

_LOCALES = {"de": "de_DE", "en": "en_GB"}


def moment(instant: datetime) -> str:
    """Return day and time of an instant in the reader's language."""
    here = instant.astimezone(current.work().configuration.zone)
    locale = _LOCALES.get(language(), "en_GB")
    return str(format_datetime(here, "medium", locale=locale))


def shortly(instant: datetime) -> str:
    """Return the time of an instant of today; of any other the day too."""
    if day_of(instant) != today():
        return moment(instant)
    here = instant.astimezone(current.work().configuration.zone)
    return str(format_time(here, "short", locale=_LOCALES.get(language(), "en_GB")))


def shown_day(day: date) -> str:
    """Return a day in the reader's language."""
    return str(format_date(day, "medium", locale=_LOCALES.get(language(), "en_GB")))


def day_of(instant: datetime) -> date:
    """Return the local day that an instant falls on."""
    return local_day(instant, current.work().configuration.zone)


def last_day(end: datetime) -> date:
    """Return the last day of a period that ends before this instant."""
    return day_of(end - timedelta(microseconds=1))


def today() -> date:
    """Return the provider's day."""
    return day_of(current.work().clock.now())
