"""Show a lead the walls that her unit put up around a client, and lift one for a reason."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.exceptions import lift_wall, list_walls
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import day_of
from caseflow.web.shell import lead_to, page


class Lift(InSchema):
    """Which wall is lifted, and why; the officers alone can read that."""

    wall = fields.UUID(required=True)
    reason = Line(most=2000)


@policy(Permission.LIFT_WALL)
def show_walls(client: UUID) -> Response:
    """Show the walls that stand; outside the client's frame, since a closed case has them too."""
    return _show(client, Form())


@policy(Permission.LIFT_WALL)
def send_lift_wall(client: UUID) -> Response:
    """Lift the wall; from now on her unit and its consents decide again what that person sees."""
    form = read_form(Lift())
    if form.problems:
        return _show(client, form)
    wall, reason = form.values["wall"], form.values["reason"]
    answer = lift_wall(current.work(), current.actor(), client, wall, reason)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.walls", client=client))


def _show(client: UUID, form: Form) -> Response:
    work = current.work()
    answer = list_walls(work, current.actor(), client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    people = {each for wall in answer.value for each in (wall.staff, wall.recorded_by)}
    return page(
        "clients/walls.html",
        422 if form.problems else 200,
        client_id=client,
        walls=answer.value,
        form=form,
        names=names_of(work, people),
        words=words(),
        day_of=day_of,
    )
