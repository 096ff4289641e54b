"""Make, read and change appointments with a client, and get the hour of one as a file."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.out_appointment import OutAppointment, appointment_shown
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import OfUnit, Out, Reasoned, Saved
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.calendar_answer import MEDIA_TYPE, one_hour
from caseflow.http.schemas import InSchema
from caseflow.records.appointments import (
    AppointmentChange,
    change_appointment,
    knock_at_appointment,
    knock_at_sight,
    list_appointments,
    make_appointment,
    read_appointment,
    read_for_file,
)
from caseflow.records.appointments.read_appointments import Appointments
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_ALL = "/clients/<uuid:client>/appointments"
_ONE = "/appointments/<uuid:appointment>"
_INSTANT = {"format": "date-time", "description": "With its offset from UTC."}
_NONE = {"description": "A way to her that is open today, or nothing."}
_WORDS = ("starts_at", "title", "place", "reminder", "state")


class NewAppointment(OfUnit):
    """A time that was agreed with her; whoever asks meets her."""

    category = fields.String(required=True)
    starts_at = fields.String(required=True, metadata=_INSTANT)
    minutes = fields.Integer(required=True)
    title = fields.String(required=True)
    place = fields.String()
    reminder = fields.String(metadata=_NONE)


class ChangedAppointment(InSchema):
    """What is written anew; the rest stays."""

    starts_at = fields.String(metadata=_INSTANT)
    minutes = fields.Integer()
    title = fields.String()
    place = fields.String()
    reminder = fields.String(metadata=_NONE)
    state = fields.String(metadata={"description": "planned, came, missed or cancelled"})
    take_over = fields.Boolean(metadata={"description": "Whoever asks meets her from now on."})


class OutAppointments(Out):
    """All that are open, by the hour; `damaged` are ids of those that do not open any more."""

    items = fields.List(fields.Nested(OutAppointment), required=True)
    damaged = fields.List(fields.UUID(), required=True)


def make(client: UUID, sent: Sent) -> object:
    """Make one in the acting unit's own drawer."""
    body = sent.body
    return make_appointment(current.work(), current.actor(), client, body["category"], _typed(body))


def change(appointment: UUID, sent: Sent) -> object:
    """Change one of the acting unit, from the version that If-Match names."""
    wanted = AppointmentChange(
        sent.version or 0, _typed(sent.body), take_over=sent.body.get("take_over", False)
    )
    return change_appointment(current.work(), current.actor(), appointment, wanted)


def listed(client: UUID, sent: Sent) -> object:
    """List those of a client; a closed case opens with a reason only."""
    reason = sent.query.get("reason", "")
    return list_appointments(current.work(), current.actor(), client, reason)


def read(appointment: UUID, sent: Sent) -> object:
    """Read one; a closed case opens with a reason only."""
    return read_appointment(
        current.work(), current.actor(), appointment, sent.query.get("reason", "")
    )


def give_file(appointment: UUID, sent: Sent) -> object:
    """Give the hour of one out."""
    reason = sent.query.get("reason", "")
    answer = read_for_file(current.work(), current.actor(), appointment, reason)
    return answer if isinstance(answer, Refused) else one_hour(answer.value)


def _typed(body: Mapping[str, Any]) -> dict[str, str]:
    typed = {name: body[name] for name in _WORDS if name in body}
    return typed | ({"minutes": str(body["minutes"])} if "minutes" in body else {})


def _shown(found: StoryAppointment) -> Mapping[str, Any]:
    return appointment_shown(Units(), found)


def _list_shown(found: Appointments) -> Mapping[str, Any]:
    units = Units()
    return {
        "items": [appointment_shown(units, each) for each in found.items],
        "damaged": [each.id for each in found.damaged],
    }


def _knock_at_sight(appointment: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_sight(current.work(), current.actor(), appointment, again=again)


def _knock_at(appointment: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_appointment(current.work(), current.actor(), appointment, again=again)


CALLS = (
    Call(
        method="GET",
        address=_ALL,
        summary="The appointments of a client that are open, by the hour.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        gives=OutAppointments,
        act=listed,
        show=_list_shown,
        knock=knock_for(Act.APPOINTMENT_READ),
    ),
    Call(
        method="POST",
        address=_ALL,
        summary="Make an appointment.",
        permission=Permission.WRITE_ENTRY,
        takes=NewAppointment,
        gives=Saved,
        status=201,
        versioned=True,
        act=make,
        knock=knock_for(Act.APPOINTMENT_WRITE),
    ),
    Call(
        method="GET",
        address=_ONE,
        summary="One appointment, with where it comes from and why it is seen.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        gives=OutAppointment,
        versioned=True,
        act=read,
        show=_shown,
        knock=_knock_at_sight,
    ),
    Call(
        method="PATCH",
        address=_ONE,
        summary="Change an appointment of the acting unit, or say what has become of it.",
        permission=Permission.WRITE_ENTRY,
        takes=ChangedAppointment,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=change,
        knock=_knock_at,
    ),
    Call(
        method="GET",
        address=f"{_ONE}/calendar",
        summary="The hour of an appointment as a calendar file: no name, no place.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        media_type=MEDIA_TYPE,
        act=give_file,
        knock=_knock_at_sight,
    ),
)
