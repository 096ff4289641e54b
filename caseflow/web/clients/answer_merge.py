"""Show the merges that wait or may be undone, answer one as the second person, and undo one."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.records.merges import answer_merge, knock_at_merge, list_merges, undo_merge
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.propose_merge import LONGEST
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_part
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page

_AGREED = {"yes": True, "no": False}


class MergeSaid(InSchema):
    """Whether the second person agrees."""

    agreed = Line(most=10, required=False)


class Undoing(InSchema):
    """Why they are two."""

    reason = Line(most=LONGEST, required=False)


@policy(Permission.ANSWER_MERGE)
def show_merges() -> Response:
    """Show what waits for her, and what she may undo."""
    return _show(Form())


@policy(Permission.ANSWER_MERGE)
def send_merge_answer(merge: UUID) -> Response:
    """Record the answer; agreed to, the two are one person at once."""
    form = read_part(MergeSaid())
    agreed = _AGREED.get(form.values.get("agreed", ""))
    if agreed is None:
        refused = knock_at_merge(current.work(), current.actor(), Act.MERGE_ANSWER, merge)
        problem = Problem("agreed", "not_yes_no")
        return _show(form.but(problem)) if refused is None else refused_act(refused)
    answer = answer_merge(current.work(), current.actor(), merge, agreed=agreed)
    return refused_act(answer) if isinstance(answer, Refused) else lead_to(url_for("web.merges"))


@policy(Permission.UNDO_MERGE)
def send_undoing(merge: UUID) -> Response:
    """Make two persons of one again."""
    form = read_part(Undoing(), merge)
    if form.problems:
        refused = knock_at_merge(current.work(), current.actor(), Act.MERGE_UNDO, merge)
        return _show(form) if refused is None else refused_act(refused)
    reason = form.values.get("reason", "")
    answer = undo_merge(current.work(), current.actor(), merge, reason)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems))
        case Done():
            return lead_to(url_for("web.merges"))


def _show(form: Form) -> Response:
    answer = list_merges(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    merges = answer.value
    return page(
        "merges/list.html",
        422 if form.problems else 200,
        form=form,
        merges=merges,
        officer=current.actor().role is Role.OFFICER,
        staff=names_of(current.work(), {each.proposed_by for each in merges if each.proposed_by}),
        words=words(),
        moment=moment,
    )
