"""Show the findings of reviews, note a new one, and say what was done about one."""

from typing import Any
from uuid import UUID

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.oversight.review import (
    close_finding,
    list_findings,
    named_entries,
    note_finding,
)
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.review_rules import Rule
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_part
from caseflow.web.moments import moment
from caseflow.web.oversight.act_words import act_name
from caseflow.web.oversight.log_words import basis_name
from caseflow.web.oversight.review_words import RULES, rule_name
from caseflow.web.shell import lead_to, page

_DIGITS = 10  # no log has positions with more


class NewFinding(InSchema):
    """What was found, and in which entries."""

    rule = Line(most=40, required=False)
    positions = Line(most=2000, required=False)
    note = Line(most=4000, required=False)


class WhatWasDone(InSchema):
    """What was done about a finding."""

    done = Line(most=4000, required=False)


@policy(Permission.REVIEW_LOG)
def show_findings() -> Response:
    """Show all, the open ones first; a link from the review fills in what it is about."""
    typed = {name: request.args[name] for name in ("rule", "positions") if name in request.args}
    return _show(Form(typed))


@policy(Permission.REVIEW_LOG)
def send_finding() -> Response:
    """Keep a finding."""
    form = read_part(NewFinding())
    if form.problems:
        return _show(form)
    rule, note = form.values.get("rule", ""), form.values.get("note", "")
    positions = read_positions(form.values.get("positions", ""))
    answer = note_finding(current.work(), current.actor(), rule, positions, note)
    return _answered(form, answer)


@policy(Permission.REVIEW_LOG)
def send_done(finding: UUID) -> Response:
    """Close a finding."""
    form = read_part(WhatWasDone(), finding)
    if form.problems:
        return _show(form)
    done = form.values.get("done", "")
    return _answered(form, close_finding(current.work(), current.actor(), finding, done))


@policy(Permission.REVIEW_LOG)
def show_named_entries() -> Response:
    """Show the entries that the address names by their positions."""
    positions = read_positions(request.args.get("at", ""))
    answer = named_entries(current.work(), current.actor(), positions)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "oversight/named_entries.html",
        lines=answer.value,
        words=words(),
        act_name=act_name,
        basis_name=basis_name,
        moment=moment,
    )


def read_positions(text: str) -> list[int]:
    """Return the positions that a text names, with commas or blanks between; others are none."""
    return [int(each) for each in text.replace(",", " ").split() if _is_position(each)]


def _is_position(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= _DIGITS


def _answered(form: Form, answer: Done[Any] | Invalid | Refused) -> Response:
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems))
        case Done():
            return lead_to(url_for("web.findings"))


def _show(form: Form) -> Response:
    answer = list_findings(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    people = {each.noted_by for each in answer.value}
    people |= {each.closed_by for each in answer.value if each.closed_by is not None}
    return page(
        "oversight/findings.html",
        422 if form.problems else 200,
        form=form,
        findings=answer.value,
        staff=names_of(current.work(), people),
        rules=[(rule.value, rule_name(rule)) for rule in Rule if rule in RULES],
        rule_name=rule_name,
        words=words(),
        moment=moment,
    )
