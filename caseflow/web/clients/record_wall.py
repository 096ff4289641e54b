"""Put a wall between a client and a staff member who must never meet her."""

from collections import defaultdict
from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.exceptions import record_wall
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import colleagues
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class Wall(InSchema):
    """Whom she must never meet."""

    staff = fields.UUID(required=True)
    reason = Line(most=2000, required=False)  # why her closed case was opened


@policy(Permission.RECORD_WALL)
def show_wall(client: UUID) -> Response:
    """Show whom a wall can be put up against; who is behind one already stays unsaid."""
    return _show(client, Form())


@policy(Permission.RECORD_WALL)
def send_wall(client: UUID) -> Response:
    """Put the wall up; from now on she does not exist for that person."""
    form = read_form(Wall())
    if form.problems:
        # A closed case asks for its reason before anybody can be chosen.
        return _show(client, form if "staff" in form.typed else Form({**form.typed}))
    answer = record_wall(current.work(), current.actor(), client, form.values["staff"])
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.client", client=client))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client, str(form.typed.get("reason", "")))
    if isinstance(frame, Response):
        return frame
    status = 422 if form.problems else 200
    return client_page(frame, "wall.html", status, form=form, members=_members())


def _members() -> list[tuple[str, str]]:
    """Return everybody once, with all her units: a wall is against the person, in each of them."""
    work, names, units = current.work(), {}, defaultdict(list)
    for unit in current.units():
        for each in colleagues(work, unit.id):
            names[str(each.staff)] = each.name
            units[str(each.staff)].append(unit.name)
    return [(staff, f"{name} · {', '.join(units[staff])}") for staff, name in names.items()]
