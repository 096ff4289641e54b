"""Load memberships whose seal holds and that have not ended."""

from uuid import UUID

from sqlalchemy import Select, bindparam, select

from caseflow.database import sealed_rows
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work

_ACTIVE = (
    select(Membership)
    .where(Membership.ended_at.is_(None))
    .order_by(Membership.since, Membership.id)
)
_BY_ID = _ACTIVE.where(Membership.id == bindparam("id_"))
_OF_STAFF = _ACTIVE.where(Membership.staff_id == bindparam("staff"))
_OF_UNIT = _ACTIVE.where(Membership.unit_id == bindparam("unit"))


def membership_by_id(work: Work, membership: UUID) -> Membership | None:
    """Return the membership with this id if it is active."""
    found = _sound(work, _BY_ID, id_=membership)
    return found[0] if found else None


def memberships_of(work: Work, staff: UUID) -> list[Membership]:
    """Return the active memberships of a staff member, oldest first."""
    return _sound(work, _OF_STAFF, staff=staff)


def members_of(work: Work, unit: UUID) -> list[Membership]:
    """Return the active memberships of a unit, oldest first."""
    return _sound(work, _OF_UNIT, unit=unit)


def all_memberships(work: Work) -> list[Membership]:
    """Return every active membership, oldest first."""
    return _sound(work, _ACTIVE)


def _sound(work: Work, query: Select[Membership], **asked: UUID) -> list[Membership]:
    return sealed_rows.intact(work, work.session.scalars(query, asked))
