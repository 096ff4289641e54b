"""Lift a wall; a lead does, and says why to the officers."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.clients import Wall
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


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
    if not reason:
        work.abandon()
        return Invalid((Problem("reason", "required"),))
    if row.lifted_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    sealed = seal_for_oversight(work, row.id, reason)
    change(work, row, lifted_by=actor.staff, lifted_at=work.clock.now(), reason=sealed)
    trace(work, given, Deeds(rows=(digest_of(row),), details={"wall": str(row.id)}))
    return Done(None)


def own_wall(work: Work, actor: Actor, client: UUID, wall: UUID) -> Wall | None:
    """Return a wall that the acting unit put up, standing or lifted; None for every other id."""
    hers = Wall.client_id.in_(person_of(work, client).ids)
    found = select(Wall).where(hers, Wall.id == wall, Wall.unit_id == actor.unit)
    return next(iter(intact(work, work.session.scalars(found))), None)
