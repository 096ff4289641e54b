"""Read the bounds of a period as programs spell them: a day, or an instant."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from marshmallow import ValidationError, fields
from typing_extensions import override

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import end_of_day, start_of_day

_YEARS = range(1900, 3000)  # beyond them, days have no instants in every zone


class Moment(fields.String):
    """A day of the provider, or an instant; both as ISO 8601 spells them."""

    @override
    def _deserialize(  # type: ignore[override]  # what is read is no text any more
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> date:
        text = super()._deserialize(value, attr, data, **kwargs)
        found = _day(text) or _instant(text)
        if found is None or found.year not in _YEARS:
            raise ValidationError([Problem("", "not_readable")])
        return found


def first_instant(moment: date | None, zone: ZoneInfo) -> datetime | None:
    """Return the instant at which a period begins; an instant without a zone is the provider's."""
    if moment is None or isinstance(moment, datetime):
        return _placed(moment, zone)
    return start_of_day(moment, zone)


def end_instant(moment: date | None, zone: ZoneInfo) -> datetime | None:
    """Return the first instant behind a period: a day belongs to it as a whole."""
    if moment is None or isinstance(moment, datetime):
        return _placed(moment, zone)
    return end_of_day(moment, zone)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _placed(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    if instant is None or instant.tzinfo is not None:
        return instant
    return instant.replace(tzinfo=zone)
