"""An appointment as programs get it, with where it comes from and why."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.clients.pieces import OutPiece
from caseflow.api.schemas import Instant
from caseflow.api.units import Units
from caseflow.records.story import StoryAppointment

# Danger: her answers may have closed it since.
_AGREED = {"description": "It was open when it was agreed; whether it is still, her ways say."}


class OutAppointment(OutPiece):
    """A time that was agreed with her; `reminder` is the way that was agreed, or none."""

    id = fields.UUID(required=True)
    starts_at = Instant(required=True)
    ends_at = Instant(required=True)
    title = fields.String(required=True)
    place = fields.String(required=True)
    reminder = fields.String(required=True, allow_none=True, metadata=_AGREED)
    state = fields.String(required=True)
    with_whom = fields.String(required=True)
    author = fields.String(required=True)


def appointment_shown(units: Units, found: StoryAppointment) -> Mapping[str, Any]:
    """Return an appointment as OutAppointment dumps it."""
    origin = found.origin
    return {
        "unit": units.slug(origin.unit),
        "category": origin.category,
        "basis": origin.basis,
        "version": origin.version,
        "id": origin.id,
        "starts_at": found.starts,
        "ends_at": found.ends,
        "title": found.title,
        "place": found.place,
        "reminder": found.reminder,
        "state": found.state,
        "with_whom": found.with_whom,
        "author": origin.author,
    }
