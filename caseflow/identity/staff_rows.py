"""Load staff rows whose seal holds, by address or by id."""

import unicodedata
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work

_BY_ID = select(Staff).where(Staff.id == bindparam("staff"))


def fold_email(email: str) -> str:
    """Return an address as it is kept: without blanks around it, one spelling, lower case."""
    return unicodedata.normalize("NFC", email).strip().lower()


def staff_by_email(work: Work, email: str) -> Staff | None:
    """Return the staff member with this address, disabled or not."""
    folded = fold_email(email)
    if not folded.isprintable():  # a database takes neither NUL nor half a character
        return None
    found = work.session.scalars(select(Staff).where(Staff.email == folded))
    return next(iter(sealed_rows.intact(work, found)), None)


def staff_by_id(work: Work, staff: UUID) -> Staff | None:
    """Return the staff member with this id, disabled or not."""
    found = work.session.scalars(_BY_ID, {"staff": staff})
    return next(iter(sealed_rows.intact(work, found)), None)


def enabled(staff: Staff | None) -> Staff | None:
    """Return the staff member unless she is unknown or disabled: the two are one."""
    return None if staff is None or staff.disabled_at is not None else staff


def email_known(work: Work, email: str) -> bool:
    """Say whether the address is taken, be it by a row whose seal is broken."""
    found = work.session.scalar(select(Staff.id).where(Staff.email == fold_email(email)))
    return found is not None
