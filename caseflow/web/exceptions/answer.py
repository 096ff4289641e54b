"""Answer a lawful exception as the second person, and end one before its time."""

from uuid import UUID

from flask import Response, url_for

from caseflow.exceptions import (
    answer_exception,
    end_exception,
    list_waiting,
    show_exception,
)
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.exceptions.declare import LONGEST, people_of
from caseflow.web.exceptions.exception_words import (
    exception_state_name,
    kind_name,
    text_labels,
)
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import last_day, moment
from caseflow.web.shell import lead_to, page

_AGREED = {"yes": True, "no": False}


class Answer(InSchema):
    """Whether the second person agrees, and why."""

    agreed = Line(most=10, required=False)
    note = Line(most=LONGEST, required=False)


@policy(Permission.ANSWER_EXCEPTION)
def show_exceptions() -> Response:
    """Show what waits for her as the second person."""
    answer = list_waiting(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "exceptions/waiting.html",
        exceptions=answer.value,
        staff=people_of(answer.value),
        words=words(),
        kind_name=kind_name,
        last_day=last_day,
        moment=moment,
    )


@policy(Permission.ANSWER_EXCEPTION)
def show_exception_answer(exception: UUID) -> Response:
    """Show one exception, to an officer with its texts, and the form of the answer."""
    return _show(exception, Form())


@policy(Permission.ANSWER_EXCEPTION)
def send_exception_answer(exception: UUID) -> Response:
    """Record the answer; a refusal ends it."""
    form = read_form(Answer())
    agreed = _AGREED.get(form.values.get("agreed", ""))
    if agreed is None:
        form = form.but(Problem("agreed", "not_yes_no"))
    if form.problems or agreed is None:
        return _show(exception, form)
    note = form.values.get("note", "")
    answer = answer_exception(current.work(), current.actor(), exception, note, agreed=agreed)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(exception, form.but(*problems))
        case Done():
            return lead_to(url_for("web.exceptions"))


@policy(Permission.END_EXCEPTION)
def send_end_of_exception(exception: UUID) -> Response:
    """End it; its keys go at once."""
    actor = current.actor()
    answer = end_exception(current.work(), actor, exception)
    if isinstance(answer, Refused):
        return refused_act(answer)
    if actor.role is Role.OFFICER:
        return lead_to(url_for("web.exceptions"))
    return lead_to(url_for("web.client_exceptions", client=answer.value))


def _show(exception: UUID, form: Form) -> Response:
    answer = show_exception(current.work(), current.actor(), exception)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    view, named = answer.value.exception, words()
    return page(
        "exceptions/answer.html",
        422 if form.problems else 200,
        form=form,
        detail=answer.value,
        each=view,
        named_units=", ".join(named.unit(unit) for unit in view.answerable),
        officer=current.actor().role is Role.OFFICER,
        staff=people_of((view,)),
        texts=text_labels(),
        words=named,
        kind_name=kind_name,
        state_name=exception_state_name,
        last_day=last_day,
        moment=moment,
    )
