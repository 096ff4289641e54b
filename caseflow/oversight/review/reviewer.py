"""Say who may review: an officer who administers no accounts."""

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Permit, permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused


def permit_reviewer(work: Work, actor: Actor, act: Act) -> Permit | Refused:
    """Return a permit for an act of the review, or the refusal, traced already.

    Whoever can make accounts must not be the one who says that they were used rightly.
    """
    given = permit_member(work, actor, act)
    if isinstance(given, Refused):
        return given
    found = intact(work, work.session.scalars(select(Staff).where(Staff.id == actor.staff)))
    if any(not each.administrator for each in found):
        return given
    return refuse(work, given, Reason.NOT_YOUR_ROLE)


def is_alone(work: Work, actor: Actor) -> bool:
    """Say whether there is no other officer who could review what this one has looked at."""
    found = select(Membership).where(Membership.role == Role.OFFICER)
    running = [each for each in intact(work, work.session.scalars(found)) if each.ended_at is None]
    others = {each.staff_id for each in running} - {actor.staff}
    staff = intact(work, work.session.scalars(select(Staff).where(Staff.id.in_(others))))
    return all(each.administrator for each in staff)
