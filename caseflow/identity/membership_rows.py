"""Load memberships whose seal holds and that have not ended."""

from uuid import UUID

from sqlalchemy import Select, select

from caseflow.database import sealed_rows
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work


def membership_by_id(work: Work, membership: UUID) -> Membership | None:
    """Return the membership with this id if it is active."""
    found = _active(work, select(Membership).where(Membership.id == membership))
    return found[0] if found else None


def memberships_of(work: Work, staff: UUID) -> list[Membership]:
    """Return the active memberships of a staff member, oldest first."""
    return _active(work, select(Membership).where(Membership.staff_id == staff))


def members_of(work: Work, unit: UUID) -> list[Membership]:
    """Return the active memberships of a unit, oldest first."""
    return _active(work, select(Membership).where(Membership.unit_id == unit))


def all_memberships(work: Work) -> list[Membership]:
    """Return every active membership, oldest first."""
    return _active(work, select(Membership))


def _active(work: Work, query: Select[Membership]) -> list[Membership]:
    ordered = query.where(Membership.ended_at.is_(None)).order_by(Membership.since, Membership.id)
    return sealed_rows.intact(work, work.session.scalars(ordered))
