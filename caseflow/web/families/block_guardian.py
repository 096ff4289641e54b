"""Block a guardian at once, or let one declare again."""

from dataclasses import replace
from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema, Line
from caseflow.records import change_guardian
from caseflow.vocabulary.answers import Conflict, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import error_page
from caseflow.web.families.family_page import family_page
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class Blocking(InSchema):
    """The version that was on the screen, and why this person can never declare."""

    version = fields.Integer(required=True)
    blocked = Line(most=40, required=False)


@policy(Permission.WRITE_FACT)
def send_block(client: UUID, guardian: UUID) -> Response:
    """Block a guardian of the unit, from now on."""
    form = read_form(Blocking())
    if not form.problems and not form.values.get("blocked"):
        form = form.but(Problem("blocked", "required"))
    return _changed(client, guardian, form)


@policy(Permission.WRITE_ENTRY)
def send_unblock(client: UUID, guardian: UUID) -> Response:
    """Let a guardian of the unit declare again."""
    return _changed(client, guardian, read_form(Blocking()))


def _changed(client: UUID, guardian: UUID, form: Form) -> Response:
    if form.problems:
        return _show(client, guardian, form)
    typed = {"blocked": form.values.get("blocked", "")}
    work, actor = current.work(), current.actor()
    answer = change_guardian(work, actor, guardian, form.values["version"], typed, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Conflict():
            return error_page(Fault.CONFLICT)
        case Invalid(problems):
            return _show(client, guardian, form.but(*problems))
        case _:
            return lead_to(url_for("web.family", client=client))


def _show(client: UUID, guardian: UUID, form: Form) -> Response:
    """Show the page with what is wrong at this guardian: there may be several on it."""
    wrong = tuple(replace(each, field=f"block-{guardian}") for each in form.problems)
    return family_page(client, replace(form, problems=wrong))
