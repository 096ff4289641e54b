"""Propose to erase a client of one's own unit, or the unit's file of her."""

from dataclasses import replace
from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.subject_rights.erasure import propose_erasure
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.erasures.erasure_form import ErasureForm, grounds, proposal_of
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


@policy(Permission.ERASE)
def show_erasure_form(client: UUID) -> Response:
    """Show the form alike for every client, known or not."""
    return _show(client, Form())


@policy(Permission.ERASE)
def send_erasure_form(client: UUID) -> Response:
    """Record the proposal; nothing goes before a second person has agreed."""
    form = read_form(ErasureForm())
    if form.problems:
        return _show(client, form)
    proposal = proposal_of(form, current.units())
    answer = propose_erasure(current.work(), current.actor(), client, proposal)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return _show(client, form.but(*map(_at_choice, answer.problems)))
        case Done():
            return lead_to(url_for("web.erasures"))


def _at_choice(problem: Problem) -> Problem:
    """Return a problem at the one field in which it is chosen what is to go."""
    return replace(problem, field="file_of") if problem.field == "unit" else problem


def _show(client: UUID, form: Form) -> Response:
    own = next((unit for unit in current.units() if unit.id == current.actor().unit), None)
    return page(
        "erasures/form.html",
        422 if form.problems else 200,
        client_id=client,
        form=form,
        grounds=grounds(),
        own=own,
    )
