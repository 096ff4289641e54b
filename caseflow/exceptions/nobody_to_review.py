"""Count the emergencies that no officer can review: her own, or kept from her by a wall."""

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Wall
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import everybody
from caseflow.vocabulary.actors import Role


def nobody_to_review(work: Work) -> int:
    """Return how many wait for an officer who is not there; whose they are is not said.

    Every officer is told the number, those too who must not see them: the provider needs another.
    """
    emergencies = intact(work, work.session.scalars(select(EmergencyAccess)))
    waiting = [row for row in emergencies if row.finding is None]
    members = intact(
        work, work.session.scalars(select(Membership).where(Membership.role == Role.OFFICER))
    )
    officers = {each.staff_id for each in members if each.ended_at is None}
    walls = work.session.scalars(select(Wall).where(Wall.staff_id.in_(officers))).all()
    sound = set(map(id, intact(work, walls)))
    standing = [each for each in walls if each.lifted_at is None or id(each) not in sound]
    people = everybody(work)
    left = 0
    for row in waiting:
        hers = people.who(row.client_id).ids
        kept = {wall.staff_id for wall in standing if wall.client_id in hers}
        left += not officers - kept - {row.staff_id}
    return left
