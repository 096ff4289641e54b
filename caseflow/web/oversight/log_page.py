"""Show the log to an officer: who saw this client and why, or whatever else she asks for.

What she asks for is sent as a form: no client code stands in an address.
"""

from dataclasses import replace

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.sentences import role_name
from caseflow.identity import list_staff
from caseflow.oversight import LogPage, LogQuery, anchor_of, look_at_log, who_saw
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.oversight.act_words import act_name
from caseflow.web.oversight.log_words import basis_name, refusal_name
from caseflow.web.oversight.read_query import AskLog, read_position, read_query
from caseflow.web.shell import page


@policy(Permission.REVIEW_LOG)
def show_log() -> Response:
    """Show the newest entries."""
    return _answer(Form(), look_at_log(current.work(), current.actor(), LogQuery()))


@policy(Permission.REVIEW_LOG)
def send_log() -> Response:
    """Show the entries that fit."""
    form = read_form(AskLog())
    if form.problems:
        return _show(form, None)
    query = read_query(form.values)
    if not isinstance(query, LogQuery):
        return _show(form.but(*query), None)
    work, actor = current.work(), current.actor()
    return _answer(form, look_at_log(work, actor, query, read_position(form.values)))


@policy(Permission.REVIEW_LOG)
def send_who_saw() -> Response:
    """Show who saw a client, or what a staff member or unit saw, or what was seen by a consent."""
    form = read_form(AskLog())
    if form.problems:
        return _show(form, None)
    query = read_query(form.values)
    if not isinstance(query, LogQuery):
        return _show(form.but(*query), None)
    if not any((query.staff, query.unit, query.basis)):
        query = replace(query, client=query.client or "")
    after = read_position(form.values)
    answer = who_saw(current.work(), current.actor(), query, after)
    return _answer(form, answer, "web.send_who_saw")


def _answer(
    form: Form, answer: Disclosed[LogPage] | Invalid | Refused, again: str = "web.send_log"
) -> Response:
    match answer:
        case Refused():
            return refused_sight(answer)
        case Invalid(problems):
            return _show(form.but(*problems), None)
        case Disclosed(found):
            return _show(form, found, again)


def _show(form: Form, found: LogPage | None, again: str = "web.send_log") -> Response:
    work = current.work()
    accounts = list_staff(work, current.actor())
    return page(
        "oversight/log.html",
        422 if form.problems else 200,
        form=form,
        found=found,
        again=again,
        words=words(),
        staff=[] if isinstance(accounts, Refused) else accounts,
        units=current.units(),
        acts=list(Act),
        act_name=act_name,
        basis_name=basis_name,
        refusal_name=refusal_name,
        roles=role_name,
        anchor=anchor_of(work),
        moment=moment,
    )
