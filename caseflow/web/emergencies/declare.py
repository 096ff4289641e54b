"""Declare an emergency, and end it when the danger is over."""

from uuid import UUID

from flask import Response
from marshmallow import fields

from caseflow.exceptions import Danger, declare_emergency, end_emergency
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import page


class Declare(InSchema):
    """What is sealed to the officers, and what must be read at once."""

    danger = Line(most=2000, required=False)
    threatened = Line(most=2000, required=False)
    why_no_other_way = Line(most=2000, required=False)
    needed_categories = fields.List(fields.String(), load_default=list)


@policy(Permission.DECLARE_EMERGENCY)
def show_emergency_form(client: UUID) -> Response:
    """Show the form alike for every client, known or not."""
    return _show(client, Form())


@policy(Permission.DECLARE_EMERGENCY)
@fresh_factor
@at_desk
def send_emergency(client: UUID) -> Response:
    """Open what is needed to her who declares it, and say until when."""
    form = read_form(Declare())
    if form.problems:
        return _show(client, form)
    danger = Danger(
        form.values.get("danger", ""),
        form.values.get("threatened", ""),
        form.values.get("why_no_other_way", ""),
    )
    needed = frozenset(form.values["needed_categories"])
    answer = declare_emergency(current.work(), current.actor(), client, danger, needed)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return page(
                "emergencies/declared.html",
                client_id=client,
                declared=answer.value,
                needed=needed,
                words=words(),
                moment=moment,
                review_hours=_hours_of_review(),
            )


@policy(Permission.DECLARE_EMERGENCY)
def send_end_of_emergency(client: UUID, emergency: UUID) -> Response:
    """End an own emergency before its time."""
    answer = end_emergency(current.work(), current.actor(), client, emergency)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return page("emergencies/ended.html")


def _show(client: UUID, form: Form) -> Response:
    named = words()
    return page(
        "emergencies/form.html",
        422 if form.problems else 200,
        client_id=client,
        form=form,
        words=named,
        categories=named.in_order(named.configuration.emergency_categories),
        hours=_hours(),
        review_hours=_hours_of_review(),
    )


def _hours() -> str:
    return f"{current.work().configuration.limits.emergency.total_seconds() / 3600:g}"


def _hours_of_review() -> str:
    return f"{current.work().configuration.limits.emergency_review.total_seconds() / 3600:g}"
