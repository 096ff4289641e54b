"""Note that an organisation outside was told of an erasure, or why it was not."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.subject_rights.erasure import Retelling, knock_at_erasure, retell_erasure
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.erasures.show_page import erasure_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to

LONGEST = 4000


class RetellingSaid(InSchema):
    """Which partner was told of it, or not, and how, or why not."""

    disclosure = Line(most=40, required=False)
    retold = Line(most=20, required=False)
    text = Line(most=LONGEST, required=False)


@policy(Permission.ERASE)
def send_retelling(erasure: UUID) -> Response:
    """Note whether a partner outside was told that it is gone."""
    form = read_form(RetellingSaid())
    sent = form.values
    disclosure = read_id(sent.get("disclosure", ""))
    if form.problems or disclosure is None:
        refused = knock_at_erasure(current.work(), current.actor(), erasure, Act.ERASURE_RETELL)
        chosen = form if form.problems else form.but(Problem("disclosure", "required"))
        return erasure_page(erasure, chosen) if refused is None else refused_act(refused)
    said = Retelling(disclosure, sent.get("retold", ""), sent.get("text", ""))
    answer = retell_erasure(current.work(), current.actor(), erasure, said)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return erasure_page(erasure, form.but(*answer.problems))
        case Done():
            return lead_to(url_for("web.erasure", erasure=erasure))
