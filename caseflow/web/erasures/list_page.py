"""Show what waits for a second person, and to officers what was erased; officers propose here."""

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.subject_rights.erasure import list_erasures, named_client, propose_erasure
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.erasures.erasure_form import ErasureForm, ground_name, grounds, proposal_of
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page


@policy(Permission.ERASE)
def show_erasures() -> Response:
    """Show the list."""
    return _show(Form())


@policy(Permission.RUN_RETENTION)
def send_erasure() -> Response:
    """Record an officer's proposal, of a client who is named by her number or her code."""
    form = read_form(ErasureForm())
    named = form.values.get("named", "")
    if not form.problems and not named:
        form = form.but(Problem("named", "required"))
    if form.problems:
        return _show(form)
    client = named_client(current.work(), named)
    proposal = proposal_of(form, current.units())
    answer = propose_erasure(current.work(), current.actor(), client, proposal)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return _show(form.but(*answer.problems))
        case Done():
            return lead_to(url_for("web.erasure", erasure=answer.value))


def _show(form: Form) -> Response:
    answer = list_erasures(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "erasures/list.html",
        422 if form.problems else 200,
        form=form,
        erasures=answer.value,
        officer=current.actor().role is Role.OFFICER,
        units=[(unit.slug, unit.name) for unit in current.units()],
        grounds=grounds(),
        ground_name=ground_name,
        words=words(),
        moment=moment,
    )
