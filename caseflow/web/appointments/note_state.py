"""Note what has become of an appointment: she came, she did not, it is off."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema, Line
from caseflow.records.appointments import AppointmentChange, change_appointment
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import error_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class AppointmentStands(InSchema):
    """What has become of it, and the version of it that was on the screen."""

    state = Line()
    version = fields.Integer(required=True)


@policy(Permission.WRITE_ENTRY)
def send_appointment_state(client: UUID, appointment: UUID) -> Response:
    """Write it; only our own buttons send this, so nothing typed can be lost."""
    form = read_form(AppointmentStands())
    if form.problems:
        return error_page(Fault.BAD_REQUEST)
    change = AppointmentChange(form.values["version"], {"state": form.values["state"]})
    answer = change_appointment(current.work(), current.actor(), appointment, change, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return error_page(Fault.BAD_REQUEST)
        case Conflict():
            return error_page(Fault.CONFLICT)
        case _:
            return lead_to(url_for("web.appointments", client=client))
