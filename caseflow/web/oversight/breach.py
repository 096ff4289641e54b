"""Show officers whom an account has seen in a period, for a notice of a breach (Art. 33 GDPR)."""

import json
from datetime import datetime

from flask import Response, request

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.papers.breach_paper import breach_paper
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.http.papers.pdf_answer import as_file, pdf_answer
from caseflow.http.papers.shown_breach import shown_breach
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import list_staff
from caseflow.oversight import Breach, BreachAsk, breach_facts
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.oversight.read_query import read_instant
from caseflow.web.shell import page


class AskBreach(InSchema):
    """Whose account, from which day to which."""

    staff = Line(most=40, required=False)
    since = Line(most=40, required=False)
    until = Line(most=40, required=False)
    handed = Line(most=4, required=False)  # out, as pdf or json


@policy(Permission.REVIEW_LOG)
def show_breach() -> Response:
    """Show the form; the log links to it with an account filled in."""
    return _show(Form({"staff": request.args.get("staff", "")}), None)


@policy(Permission.REVIEW_LOG)
@fresh_factor
def send_breach() -> Response:
    """Show the facts, or hand them out as a paper or a file."""
    form = read_form(AskBreach())
    ask = None if form.problems else _ask(form)
    if not isinstance(ask, BreachAsk):
        return _show(form.but(*(ask or ())), None)
    answer = breach_facts(current.work(), current.actor(), ask)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    handed = form.values.get("handed", "")
    if handed == "json":
        told = json.dumps(shown_breach(answer.value), indent=1).encode()
        return as_file(told, "application/json", "json")
    if handed == "pdf":
        now, zone = current.work().clock.now(), current.work().configuration.zone
        return pdf_answer(breach_paper(answer.value, local_day(now, zone), chosen_voice(None)))
    return _show(form, answer.value)


def _ask(form: Form) -> BreachAsk | tuple[Problem, ...]:
    staff = read_id(form.values.get("staff", ""))
    since = read_instant(form.values, "since") or Problem("since", "required")
    until = read_instant(form.values, "until") or current.work().clock.now()
    problems = [each for each in (since, until) if isinstance(each, Problem)]
    if staff is None:
        problems.insert(0, Problem("staff", "not_a_choice"))
    if isinstance(since, datetime) and isinstance(until, datetime) and staff is not None:
        return BreachAsk(staff, since, until)
    return tuple(problems)


def _show(form: Form, found: Breach | None) -> Response:
    accounts = list_staff(current.work(), current.actor())
    return page(
        "oversight/breach.html",
        422 if form.problems else 200,
        form=form,
        found=found,
        staff=[] if isinstance(accounts, Refused) else accounts,
        words=words(),
        moment=moment,
    )
