"""Assign a case to members of the unit."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema
from caseflow.records import Assignment, assign_case
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.show_case import case_page
from caseflow.web.error_pages import error_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class Assign(InSchema):
    """Who works on the case, and whether only they know of it."""

    staff = fields.List(fields.UUID())
    restricted = fields.Boolean()
    generation = fields.Integer(required=True)


@policy(Permission.MANAGE_CASE)
def send_assignment(client: UUID, case: UUID) -> Response:
    """Write the assignment and come back to the case."""
    form = read_form(Assign())
    if form.problems:
        return case_page(client, form=form)
    assignment = Assignment(
        staff=form.values.get("staff", ()),
        restricted=form.values.get("restricted", False),
        generation=form.values["generation"],
    )
    answer = assign_case(current.work(), current.actor(), case, assignment, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return case_page(client, form=form.but(*problems))
        case Conflict():
            return error_page(Fault.CONFLICT)
        case _:
            return lead_to(url_for("web.case", client=client))
