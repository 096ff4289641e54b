"""Write from when to when an appointment goes, in the provider's time zone."""

from datetime import datetime

from babel.dates import format_skeleton, format_time, get_timezone_name

from caseflow.http import current
from caseflow.http.language import language
from caseflow.records.appointments import comes_twice

_LOCALES = {"de": "de_DE", "en": "en_GB"}


def shown_hours(starts: datetime, ends: datetime) -> str:
    """Return day, beginning and end; of an hour that comes twice also which one it is."""
    here = starts.astimezone(current.work().configuration.zone)
    day = format_skeleton("yMMMEd", here, locale=_LOCALES.get(language(), "en_GB"))
    return f"{day}, {shown_clock(starts)}–{shown_clock(ends)}"


def shown_clock(at: datetime) -> str:
    """Return what the clock on the wall shows."""
    zone = current.work().configuration.zone
    here = at.astimezone(zone)
    locale = _LOCALES.get(language(), "en_GB")
    clock = format_time(here, "short", locale=locale)
    twice = comes_twice(here.date(), here.time().replace(second=0, microsecond=0), zone)
    return f"{clock} {get_timezone_name(here, 'short', locale=locale)}" if twice else str(clock)
