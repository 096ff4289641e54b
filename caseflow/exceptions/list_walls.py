"""List the walls that stand between a client and staff; who is walled off herself sees none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Wall
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class WallView:
    """A standing wall as a lead of the unit that put it up sees it."""

    id: UUID
    staff: UUID  # whom she must never meet
    recorded_by: UUID
    recorded_at: datetime


def list_walls(work: Work, actor: Actor, client: UUID) -> Disclosed[tuple[WallView, ...]] | Refused:
    """Return the client's standing walls that the acting unit put up, the newest first.

    Those of other units stay unsaid: they would tell that she is known there. A closed case needs
    no reason, as for putting one up and lifting it.
    """
    given = permit(work, actor, Ask(Act.WALL_READ, client))
    if isinstance(given, Refused):
        work.finish()
        return given
    found = work.session.scalars(
        select(Wall)
        .where(
            Wall.client_id.in_(given.gathered.person.ids),
            Wall.unit_id == actor.unit,
            Wall.lifted_at.is_(None),
        )
        .order_by(Wall.recorded_at.desc(), Wall.id)
    )
    views = tuple(
        WallView(row.id, row.staff_id, row.recorded_by, row.recorded_at)
        for row in intact(work, found)
    )
    trace(work, given, Deeds(details={"walls": str(len(views))}))
    work.finish()
    return Disclosed(views)
