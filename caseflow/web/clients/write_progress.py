"""Note a step on the way to a goal."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import knock_at_goal, write_progress
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.entry_form import MOST
from caseflow.web.clients.own_unit import typed_day
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import today
from caseflow.web.shell import lead_to


class Step(InSchema):
    """A step as it is typed; without a day it was taken today."""

    text = Line(most=MOST, required=False)
    occurred_on = Line(required=False)


@policy(Permission.WRITE_ENTRY)
def show_progress(client: UUID, goal: UUID) -> Response:
    """Show the empty form; the goal itself is not opened for it."""
    refused = knock_at_goal(current.work(), current.actor(), goal, client)
    if refused is not None:
        return refused_act(refused)
    return _show(client, Form({"occurred_on": typed_day(today())}))


@policy(Permission.WRITE_ENTRY)
def send_progress(client: UUID, goal: UUID) -> Response:
    """Write the step and come back to the story."""
    form = read_form(Step())
    if form.problems:
        return _show(client, form)
    text, day = form.values.get("text", ""), form.values.get("occurred_on")
    answer = write_progress(current.work(), current.actor(), goal, text, day, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.story", client=client))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    return client_page(frame, "goal.html", 422 if form.problems else 200, form=form, step=True)
