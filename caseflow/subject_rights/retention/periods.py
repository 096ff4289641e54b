"""Reckon when a period of retention is over; pure, with the provider's own days."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from caseflow.vocabulary.clock import local_day

_MONTHS = 12


def over_at(reference: datetime, months: int, zone: ZoneInfo) -> datetime:
    """Return the first instant at which nothing needs a record any more.

    The period begins with the year after that of the reference event (as § 199(1) BGB reckons), at
    midnight where the provider is.
    """
    first = local_day(reference, zone).replace(month=1, day=1)
    year, month = divmod((first.year + 1) * _MONTHS + months, _MONTHS)
    return datetime.combine(first.replace(year=year, month=month + 1), time(), zone)
