"""Show when what falls due: counts by month, class and unit."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import Out
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.subject_rights.retention import Calendar, CalendarLine, show_calendar
from caseflow.vocabulary.permissions import Permission


class FallingDue(Out):
    """How many of a class and unit fall due in a month."""

    month = fields.Date(required=True)
    rule = fields.String(required=True)
    unit = fields.String(required=True, allow_none=True)
    count = fields.Integer(required=True)
    held = fields.Integer(required=True)


class RetentionCalendar(Out):
    """What is due now, and what falls due later."""

    due = fields.Integer(required=True)
    items = fields.List(fields.Nested(FallingDue), required=True)


def show(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Count it."""
    return show_calendar(current.work(), current.actor())


def _shown(found: Calendar) -> Mapping[str, Any]:
    units = Units()
    return {"due": found.due, "items": [_line(each, units) for each in found.lines]}


def _line(line: CalendarLine, units: Units) -> Mapping[str, Any]:
    unit = units.slug(UUID(line.unit)) if line.unit else None
    return {
        "month": line.month,
        "rule": line.rule,
        "unit": unit,
        "count": line.count,
        "held": line.held,
    }


CALL = Call(
    method="GET",
    address="/retention",
    summary="What falls due when, in counts.",
    permission=Permission.RUN_RETENTION,
    gives=RetentionCalendar,
    act=show,
    show=_shown,
)
