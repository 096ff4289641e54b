"""Change an appointment of the own unit; who was slower keeps her text."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records.appointments import AppointmentChange, change_appointment, read_appointment
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.appointments.appointment_form import (
    ChangedAppointment,
    Stood,
    appointment_page,
    typed_appointment,
    words_of,
)
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_ENTRY)
def show_appointment(client: UUID, appointment: UUID) -> Response:
    """Show it as it stands, ready to be changed."""
    found = _own(client, appointment)
    if found is None:
        return not_found()
    return appointment_page(client, Form(typed_appointment(found)), Stood(found))


@policy(Permission.WRITE_ENTRY)
def send_appointment(client: UUID, appointment: UUID) -> Response:
    """Write the change, or show what is wrong with it, or that somebody was faster."""
    form = read_form(ChangedAppointment())
    if form.problems:
        return _again(client, appointment, form)
    take_over = form.values.get("take_over", False)
    change = AppointmentChange(form.values["version"], words_of(form), take_over=take_over)
    answer = change_appointment(current.work(), current.actor(), appointment, change, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _again(client, appointment, form.but(*problems))
        case Conflict():
            return _again(client, appointment, form, overtaken=True)
        case _:
            return lead_to(url_for("web.appointments", client=client))


def _own(client: UUID, appointment: UUID) -> StoryAppointment | None:
    answer = read_appointment(current.work(), current.actor(), appointment, of=client)
    if isinstance(answer, Refused) or answer.value.origin.unit != current.actor().unit:
        return None
    return answer.value


def _again(client: UUID, appointment: UUID, form: Form, *, overtaken: bool = False) -> Response:
    found = _own(client, appointment)
    if found is None:
        return not_found()
    if overtaken:
        # She has seen what stands there now: the next time hers is taken.
        form = Form({**form.typed, "version": str(found.origin.version)})
    return appointment_page(client, form, Stood(found, overtaken=overtaken))
