"""Show a lead the restricted cases that nobody is left for, by their codes, and assign them."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema
from caseflow.identity import colleagues
from caseflow.records import Assignment, assign_case, list_deserted
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import error_page, not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class AssignDeserted(InSchema):
    """Who works on the case from here on; it stays restricted, whoever that is."""

    staff = fields.List(fields.UUID())
    generation = fields.Integer(required=True)


@policy(Permission.MANAGE_CASE)
def show_deserted() -> Response:
    """Show the cases; a case worker is told the same as of an address that is not there."""
    return _show(Form())


@policy(Permission.MANAGE_CASE)
def send_deserted(case: UUID) -> Response:
    """Write the assignment and come back to the list: the case itself stays closed to the lead."""
    form = read_form(AssignDeserted())
    if form.problems:
        return _show(form, case)
    staff, generation = form.values.get("staff", ()), form.values["generation"]
    assignment = Assignment(staff=staff, restricted=True, generation=generation)
    answer = assign_case(current.work(), current.actor(), case, assignment)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems), case)
        case Conflict():
            return error_page(Fault.CONFLICT)
        case _:
            return lead_to(url_for("web.deserted"))


def _show(form: Form, wrong: UUID | None = None) -> Response:
    """Return the list, with what is wrong at the case that it was sent for."""
    work, actor = current.work(), current.actor()
    answer = list_deserted(work, actor)
    if isinstance(answer, Refused):
        return not_found()
    return page(
        "clients/deserted.html",
        422 if form.problems else 200,
        cases=answer.value,
        members=colleagues(work, actor.unit),
        form=form,
        wrong=wrong,
        blank=Form(),
    )
