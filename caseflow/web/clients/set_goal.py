"""Set a goal that she wants to reach."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import set_goal
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.own_unit import typed_day
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import today
from caseflow.web.shell import lead_to


class NewGoal(InSchema):
    """A goal as it is typed."""

    title = Line(most=500, required=False)
    set_on = Line(required=False)


@policy(Permission.WRITE_ENTRY)
def show_new_goal(client: UUID) -> Response:
    """Show the empty form."""
    return _show(client, Form({"set_on": typed_day(today())}))


@policy(Permission.WRITE_ENTRY)
def send_new_goal(client: UUID) -> Response:
    """Set the goal and come back to the story."""
    form = read_form(NewGoal())
    if form.problems:
        return _show(client, form)
    title, day = form.values.get("title", ""), form.values.get("set_on")
    answer = set_goal(current.work(), current.actor(), client, title, day)
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
    return client_page(frame, "goal.html", 422 if form.problems else 200, form=form, step=False)
