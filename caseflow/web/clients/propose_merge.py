"""Propose that a client is the same person as another one, whose code is typed."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records.merges import OtherRecord, propose_merge
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

LONGEST = 4000


class Proposal(InSchema):
    """The other's code, and why it is she."""

    code = Line(most=100, required=False)
    reason = Line(most=LONGEST, required=False)


@policy(Permission.PROPOSE_MERGE)
def show_merge_form(client: UUID) -> Response:
    """Show the form alike for every client, known or not."""
    return _show(client, Form())


@policy(Permission.PROPOSE_MERGE)
def send_merge(client: UUID) -> Response:
    """Record the proposal; nothing changes before a second person has agreed."""
    form = read_form(Proposal())
    if form.problems:
        return _show(client, form)
    other, reason = OtherRecord(form.values.get("code", "")), form.values.get("reason", "")
    answer = propose_merge(current.work(), current.actor(), client, other, reason)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return lead_to(url_for("web.merges"))


def _show(client: UUID, form: Form) -> Response:
    status = 422 if form.problems else 200
    return page("merges/form.html", status, client_id=client, form=form)
