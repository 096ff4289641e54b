"""The review: the period since the last sign-off, what is to be looked at, and the sign-off."""

from typing import Any
from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.http.papers.sign_off_paper import sign_off_paper
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.oversight.review import (
    Findings,
    Review,
    Signing,
    begin_review,
    show_looks,
    show_review,
    show_sign_off,
    sign_looks,
    sign_off,
)
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.oversight.act_words import act_name
from caseflow.web.oversight.log_words import basis_name
from caseflow.web.oversight.review_words import count_name, rule_name, why
from caseflow.web.shell import lead_to, page

_LARGEST = 2**31 - 1


class SignLooks(InSchema):
    """Whether she has looked."""

    looked = fields.Boolean(load_default=False)
    note = Line(most=4000, required=False)


class SignPeriod(SignLooks):
    """Up to which size of the log, and whether she has looked."""

    size = fields.Integer(required=True)


@policy(Permission.REVIEW_LOG)
def show_review_page() -> Response:
    """Show what there is to review."""
    return _show(Form())


@policy(Permission.REVIEW_LOG)
@fresh_factor
def send_sign_off() -> Response:
    """Sign the period off."""
    form = read_form(SignPeriod())
    if form.problems:
        return _show(form)
    size = min(form.values["size"], _LARGEST)
    signing = Signing(size, looked=form.values["looked"], note=form.values.get("note", ""))
    answer = sign_off(current.work(), current.actor(), signing)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems))
        case Done():
            return lead_to(url_for("web.review_log"))


@policy(Permission.REVIEW_LOG)
def send_beginning() -> Response:
    """Begin with the period: from now on its end is fixed."""
    answer = begin_review(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.review_log"))


@policy(Permission.REVIEW_LOG)
def show_looks_page(signed: UUID) -> Response:
    """Show what the officer who signed a period did in it herself."""
    return _show_looks(signed, Form())


@policy(Permission.REVIEW_LOG)
@fresh_factor
def send_looks(signed: UUID) -> Response:
    """Say that it has been reviewed."""
    form = read_form(SignLooks())
    if form.problems:
        return _show_looks(signed, form)
    note = form.values.get("note", "")
    signing = Signing(0, looked=form.values["looked"], note=note)
    answer = sign_looks(current.work(), current.actor(), signed, signing)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show_looks(signed, form.but(*problems))
        case Done():
            return lead_to(url_for("web.review_log"))


@policy(Permission.REVIEW_LOG)
def show_sign_off_paper(signed: UUID) -> Response:
    """Hand a sign-off out as a paper, with size and root of the log."""
    answer = show_sign_off(current.work(), current.actor(), signed)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    work, view = current.work(), answer.value
    made_on = local_day(work.clock.now(), work.configuration.zone)
    name = names_of(work, {view.reviewer}).get(view.reviewer, "")
    return pdf_answer(sign_off_paper(view, name, made_on, chosen_voice(None), count_name))


def _show(form: Form) -> Response:
    answer = show_review(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    review = answer.value
    return page(
        "oversight/period.html",
        422 if form.problems else 200,
        form=form,
        review=review,
        staff=names_of(current.work(), _people(review.findings) | _signers(review)),
        me=current.actor().staff,
        **_words(),
    )


def _show_looks(signed: UUID, form: Form) -> Response:
    answer = show_looks(current.work(), current.actor(), signed)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    looks = answer.value
    people = _people(looks.findings) | {looks.signed.reviewer}
    return page(
        "oversight/looks.html",
        422 if form.problems else 200,
        form=form,
        looks=looks,
        staff=names_of(current.work(), people),
        **_words(),
    )


def _words() -> dict[str, Any]:
    return {
        "words": words(),
        "act_name": act_name,
        "basis_name": basis_name,
        "count_name": count_name,
        "rule_name": rule_name,
        "why": why,
        "moment": moment,
    }


def _signers(review: Review) -> set[UUID]:
    return {each.reviewer for each in review.signed}


def _people(findings: Findings | None) -> set[UUID]:
    if findings is None:
        return set()
    return {hit.staff for hit in findings.hits if hit.staff is not None} | set(findings.looks)
