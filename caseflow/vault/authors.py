"""Name the staff members who wrote pieces, or whom a piece is about."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work

_STAFF = select(Staff).where(Staff.id.in_(bindparam("staff", expanding=True)))


def names_of_staff(work: Work, staff: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the names of these staff members whose rows are as they were written."""
    found = work.session.scalars(_STAFF, {"staff": list(set(staff))})
    return {row.id: row.name for row in intact(work, found)}


def staff_in(rows: Iterable[DrawerContent]) -> Iterator[UUID]:
    """Yield who wrote these rows, and who meets her where one is an appointment."""
    for row in rows:
        yield row.recorded_by
        meets: UUID | None = getattr(row, "staff_id", None)
        if meets is not None:
            yield meets
