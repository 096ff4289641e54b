"""Name the staff members who wrote pieces."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work

_STAFF = select(Staff).where(Staff.id.in_(bindparam("staff", expanding=True)))


def names_of_staff(work: Work, staff: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the names of these staff members whose rows are as they were written."""
    found = work.session.scalars(_STAFF, {"staff": list(set(staff))})
    return {row.id: row.name for row in intact(work, found)}
