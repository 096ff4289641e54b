"""Say which clients do not exist for a staff member, whatever her unit knows."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor


def walled_clients(work: Work, actor: Actor) -> set[UUID]:
    """Return the clients whom she must never meet."""
    walls = work.session.scalars(select(Wall).where(Wall.staff_id == actor.staff)).all()
    sound = set(map(id, intact(work, walls)))
    # A wall whose seal is broken still stands.
    return {wall.client_id for wall in walls if wall.lifted_at is None or id(wall) not in sound}


def hidden_clients(work: Work, actor: Actor) -> set[UUID]:
    """Return the clients behind a wall, and those whom her unit keeps to others of its staff."""
    cases = work.session.scalars(
        select(Case).where(Case.unit_id == actor.unit, Case.restricted.is_(True))
    )
    kept = {case.client_id for case in cases if actor.staff not in case.assigned}
    return walled_clients(work, actor) | kept
