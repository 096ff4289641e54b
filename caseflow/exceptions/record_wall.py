"""Record a wall: this staff member must never meet this client, in no unit and on no basis."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.clients import Wall
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_of_walled
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.walled_whom import whom_mark
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


def record_wall(
    work: Work, actor: Actor, client: UUID, staff: UUID
) -> Done[UUID] | Invalid | Refused:
    """Put a wall between a staff member and a client, and return its id.

    One that the unit has put up already stays the one there is; of another unit's it is told
    nothing, and that one's end is not the end of this.
    """
    return again(work, partial(_attempt, work, actor, client, staff))


def _attempt(work: Work, actor: Actor, client: UUID, staff: UUID) -> Done[UUID] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.WALL_RECORD, client))
    if isinstance(given, Refused):
        return given
    if not intact(work, work.session.scalars(select(Staff).where(Staff.id == staff))):
        work.abandon()
        return Invalid((Problem("staff", "unknown_staff"),))
    standing = _standing(work, given, staff)
    if standing is not None:
        trace(work, given, Deeds(details={"wall": str(standing.id)}))
        return Done(standing.id)
    wall = Wall(
        client_id=client,
        staff_id=staff,
        unit_id=actor.unit,
        recorded_by=actor.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.session.flush()
    told = {"wall": str(wall.id), "whom": whom_mark(work, wall.id, staff)}
    built = Deeds(rows=(digest_of(wall),), details=told)
    held = Deeds(rows=hold_writers(work, client))
    trace(work, given, joined(built, held, end_of_walled(work, client, staff)))
    return Done(wall.id)


def _standing(work: Work, given: Permit, staff: UUID) -> Wall | None:
    found = work.session.scalars(
        select(Wall).where(
            Wall.client_id.in_(given.gathered.person.ids),
            Wall.staff_id == staff,
            Wall.unit_id == given.actor.unit,
            Wall.lifted_at.is_(None),
        )
    )
    return next(iter(intact(work, found)), None)
