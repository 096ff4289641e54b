"""Tell the time, in one place, so that a test can stop it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Whatever can say what time it is."""

    def now(self) -> datetime:
        """Return the present instant in UTC, to the microsecond."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the present instant in UTC, to the microsecond."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may ask the machine


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day that an instant falls on in the provider's time zone."""
    return instant.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant, in UTC, at which a local day begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant, in UTC, after a local day: the last day is included."""
    return start_of_day(day + timedelta(days=1), zone)


def instant_text(instant: datetime) -> str:
    """Return an instant as RFC 3339 text in UTC with six decimals and a `Z`."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
