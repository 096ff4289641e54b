"""Name the staff members who wrote pieces."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work


def names_of_staff(work: Work, staff: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the names of these staff members whose rows are as they were written."""
    found = work.session.scalars(select(Staff).where(Staff.id.in_(set(staff))))
    return {row.id: row.name for row in intact(work, found)}
