"""Load the memberships that decide who may act, each with its seal checked."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import MembershipFact
from caseflow.vault.deserted import HELD
from caseflow.vault.facts_of_rows import membership_fact
from caseflow.vault.suspended import said_by
from caseflow.vocabulary.actors import Actor

# The installation comes along: whether sharing is suspended costs no statement of its own.
_MEMBERSHIPS = (
    select(Membership, Installation)
    .outerjoin(Installation, Installation.id == bindparam("installation"))
    .where(or_(Membership.id == bindparam("membership"), HELD))
)


def load_members(
    work: Work, actor: Actor, staff: Sequence[UUID] = ()
) -> tuple[list[Membership], list[Membership]]:
    """Return the membership that somebody acts by and those of some staff in her unit.

    First all of them, then those whose seals hold.
    """
    asked = {
        "installation": work.installation,
        "membership": actor.membership,
        "unit": actor.unit,
        "kept_to": staff,
    }
    loaded = work.session.execute(_MEMBERSHIPS, asked).all()
    members = [row.Membership for row in loaded]
    for row in loaded[:1]:
        said_by(work, row.Installation)
    return members, intact(work, members)


def acting(sound: Iterable[Membership], actor: Actor) -> Membership | None:
    """Return the membership that somebody acts by, where its seal holds."""
    return next((row for row in sound if row.id == actor.membership), None)


def acting_fact(row: Membership | None, actor: Actor) -> MembershipFact:
    """Return what decides of it; one that is not there is none that has begun."""
    if row is None:
        return MembershipFact(actor.membership, actor.staff, actor.unit, actor.role, active=False)
    return membership_fact(row)
