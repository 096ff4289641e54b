"""Name the members of a unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import members_of
from caseflow.vocabulary.actors import Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of a unit as the others see her."""

    staff: UUID
    membership: UUID
    name: str
    role: Role
    since: datetime


def colleagues(work: Work, unit: UUID) -> list[Colleague]:
    """Return the members of a unit, by name."""
    members = {row.staff_id: row for row in members_of(work, unit)}
    found = [
        Colleague(staff, members[staff].id, name, Role(members[staff].role), members[staff].since)
        for staff, name in names_of(work, members).items()
    ]
    return sorted(found, key=lambda each: (each.name, each.staff))


def names_of(work: Work, staff: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of these people; an unknown one is left out."""
    query = select(Staff).where(Staff.id.in_(list(staff)))
    return {row.id: row.name for row in sealed_rows.intact(work, work.session.scalars(query))}
