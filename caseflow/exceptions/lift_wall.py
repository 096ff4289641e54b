"""Lift a wall; a lead does, and says why to the officers."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Wall
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.note_lifted import note_lifted
from caseflow.vault.again import again
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused


def lift_wall(
    work: Work, actor: Actor, client: UUID, wall: UUID, reason: str
) -> Done[None] | Invalid | Refused:
    """Lift a wall that the acting unit put up; the reason is sealed to the officers.

    Of another unit's nobody here knows why the client asked for it, nor that it stands.
    """
    return again(work, partial(_attempt, work, actor, client, wall, reason.strip()))


def _attempt(
    work: Work, actor: Actor, client: UUID, wall: UUID, reason: str
) -> Done[None] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.WALL_LIFT, client, reason=reason))
    if isinstance(given, Refused):
        return given
    row = own_wall(work, actor, client, wall)
    if row is None:
        return refuse(work, given)
    hindered = note_lifted(work, given, row, reason)
    if hindered is not None:
        return hindered
    trace(work, given, Deeds(rows=(digest_of(row),), details={"wall": str(row.id)}))
    return Done(None)


def own_wall(work: Work, actor: Actor, client: UUID, wall: UUID) -> Wall | None:
    """Return a wall that the acting unit put up, standing or lifted; None for every other id."""
    hers = Wall.client_id.in_(person_of(work, client).ids)
    found = select(Wall).where(hers, Wall.id == wall, Wall.unit_id == actor.unit)
    return next(iter(intact(work, work.session.scalars(found))), None)
