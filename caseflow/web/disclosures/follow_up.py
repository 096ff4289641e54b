"""Note that a partner has received something, and what came of it."""

from uuid import UUID

from flask import Response, url_for

from caseflow.disclosures import acknowledge, note_disclosure
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.disclosures.show_page import told_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to

LONGEST = 4000


class NewNote(InSchema):
    """What is noted."""

    kind = Line(most=40, required=False)
    text = Line(most=LONGEST, required=False)
    reason = Line(most=2000, required=False)  # for which a closed case was opened


@policy(Permission.DISCLOSE)
def send_acknowledgement(client: UUID, disclosure: UUID) -> Response:
    """Note the partner's receipt, once."""
    answer = acknowledge(current.work(), current.actor(), disclosure, client)
    return refused_act(answer) if isinstance(answer, Refused) else _back(client, disclosure)


@policy(Permission.DISCLOSE)
def send_note(client: UUID, disclosure: UUID) -> Response:
    """Seal a note into the unit's own evidence."""
    form = read_form(NewNote())
    if form.problems:
        return told_page(client, disclosure, form)
    kind, text = form.values.get("kind", ""), form.values.get("text", "")
    work, actor = current.work(), current.actor()
    answer = note_disclosure(work, actor, disclosure, kind, text, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return told_page(client, disclosure, form.but(*problems))
        case Done():
            return _back(client, disclosure)


def _back(client: UUID, disclosure: UUID) -> Response:
    return lead_to(url_for("web.disclosure", client=client, disclosure=disclosure))
