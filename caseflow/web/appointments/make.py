"""Make an appointment with a client."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records.appointments import make_appointment
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.appointments.appointment_form import (
    NewAppointment,
    appointment_page,
    empty_appointment,
    words_of,
)
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_ENTRY)
def show_new_appointment(client: UUID) -> Response:
    """Show the empty form, on a category if the address names one."""
    category = request.args.get("category", "")
    return appointment_page(client, Form({**empty_appointment(), "category": category}))


@policy(Permission.WRITE_ENTRY)
def send_new_appointment(client: UUID) -> Response:
    """Make it and lead on to the list, which says whether another one takes the same time."""
    form = read_form(NewAppointment())
    if form.problems:
        return appointment_page(client, form)
    work, actor, category = current.work(), current.actor(), form.values.get("category", "")
    answer = make_appointment(work, actor, client, category, words_of(form))
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return appointment_page(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.appointments", client=client))
