"""Say where a goal stands: on the way, reached, given up."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema, Line
from caseflow.records import change_goal
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import error_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class GoalStands(InSchema):
    """Where the goal stands, and the version of it that was on the screen."""

    state = Line()
    version = fields.Integer(required=True)


@policy(Permission.WRITE_ENTRY)
def send_goal_state(client: UUID, goal: UUID) -> Response:
    """Write where it stands; only our own buttons send this, so nothing typed can be lost."""
    form = read_form(GoalStands())
    if form.problems:
        return error_page(Fault.BAD_REQUEST)
    stands = {"state": form.values["state"]}
    work, actor, version = current.work(), current.actor(), form.values["version"]
    answer = change_goal(work, actor, goal, version, stands, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return error_page(Fault.BAD_REQUEST)
        case Conflict():
            return error_page(Fault.CONFLICT)
        case _:
            return lead_to(url_for("web.story", client=client))
