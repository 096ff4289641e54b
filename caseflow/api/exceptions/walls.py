"""Put up a wall between a staff member and a client, and lift it."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Created, created
from caseflow.exceptions import knock_at_wall, lift_wall, record_wall
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class NewWall(InSchema):
    """Who must never meet her."""

    staff = fields.UUID(required=True)


class WhyLifted(InSchema):
    """Why the wall falls; sealed to the officers."""

    reason = Line(most=2000)


def put_up(client: UUID, sent: Sent) -> object:
    """Put a wall up; one that the unit has put up already stays the one there is."""
    return record_wall(current.work(), current.actor(), client, sent.body["staff"])


def lift(client: UUID, wall: UUID, sent: Sent) -> object:
    """Lift a wall that the acting unit put up."""
    return lift_wall(current.work(), current.actor(), client, wall, sent.body["reason"])


def _knock_at(client: UUID, wall: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_wall(current.work(), current.actor(), client, wall, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/walls",
        summary="Put up a wall: this person must never meet her.",
        permission=Permission.RECORD_WALL,
        takes=NewWall,
        gives=Created,
        status=201,
        act=put_up,
        show=created,
        knock=knock_for(Act.WALL_RECORD),
    ),
    Call(
        method="DELETE",
        address="/clients/<uuid:client>/walls/<uuid:wall>",
        summary="Lift a wall of the acting unit.",
        permission=Permission.LIFT_WALL,
        takes=WhyLifted,
        status=204,
        act=lift,
        knock=_knock_at,
    ),
)
