"""Show one erasure, answer it as the second person, and hand its record out as a paper."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.her_languages import her_languages
from caseflow.http.language import language
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.http.papers.erasure_paper import erasure_paper, lines_of
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.http.schemas import InSchema, Line
from caseflow.subject_rights.erasure import (
    answer_erasure,
    knock_at_erasure,
    show_erasure,
    withdraw_erasure,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.consents.her_paper import hers_in
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page

_AGREED = {"yes": True, "no": False}


class ErasureSaid(InSchema):
    """Whether the second person agrees."""

    agreed = Line(most=10, required=False)


@policy(Permission.ERASE)
def show_one(erasure: UUID) -> Response:
    """Show it."""
    return erasure_page(erasure, Form())


@policy(Permission.ERASE)
def show_paper(erasure: UUID) -> Response:
    """Hand its record out as a paper, in hers of the languages where it is for her."""
    answer = show_erasure(current.work(), current.actor(), erasure)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    chosen = hers_in(request.args.get("language", ""))
    return pdf_answer(erasure_paper(answer.value, chosen_voice(chosen), _names()))


@policy(Permission.ERASE)
@fresh_factor
def send_answer(erasure: UUID) -> Response:
    """Record the answer; agreed to, everything that was named is gone at once."""
    form = read_form(ErasureSaid())
    agreed = _AGREED.get(form.values.get("agreed", ""))
    if agreed is None:
        refused = knock_at_erasure(current.work(), current.actor(), erasure)
        problem = Problem("agreed", "not_yes_no")
        return erasure_page(erasure, form.but(problem)) if refused is None else refused_act(refused)
    answer = answer_erasure(current.work(), current.actor(), erasure, agreed=agreed)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return erasure_page(erasure, form.but(*answer.problems))
        case Done():
            return lead_to(url_for("web.erasures"))


@policy(Permission.ERASE)
def send_withdrawal(erasure: UUID) -> Response:
    """Take her own proposal back."""
    answer = withdraw_erasure(current.work(), current.actor(), erasure)
    return refused_act(answer) if isinstance(answer, Refused) else lead_to(url_for("web.erasures"))


def erasure_page(erasure: UUID, form: Form) -> Response:
    """Return the page of one erasure with what was typed."""
    answer = show_erasure(current.work(), current.actor(), erasure)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    named = words(outside=True)
    return page(
        "erasures/erasure.html",
        422 if form.problems else 200,
        form=form,
        each=answer.value,
        lines=lines_of(answer.value, chosen_voice(None), _names()),
        her_languages=her_languages(current.work().configuration),
        spoken=language(),
        words=named,
        waiting=[
            (str(told.id), f"{named.unit(told.partner)} ({told.id})")
            for told in answer.value.told_before
            if told.retold is None
        ],
        moment=moment,
        officer=current.actor().role is Role.OFFICER,
    )


def _names() -> dict[UUID, str]:
    return {unit.id: unit.name for unit in current.units()}
