"""Try a password: counted before, worked on without the database, alike for whoever is unknown."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import STRANGER, Caller
from caseflow.identity.note_guessing import note_guessing
from caseflow.identity.staff_rows import enabled, staff_by_email
from caseflow.identity.tries import count_caller
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import OpenedPair
from caseflow.keys.staff_keys import find_lock, unlock
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a password."""

    staff: Staff | None  # who has the address, disabled or not
    opened: OpenedPair | None  # none: unknown, disabled, wrong
    tries: int  # in a row for this address from there, this one counted


def try_password(
    work: Work, email: str, password: str, caller: Caller = STRANGER
) -> Tried | Refused:
    """Try the password of an address; refused, and traced, where too many have failed."""
    staff = staff_by_email(work, email)
    tries = count_caller(work, staff, email, caller)
    if isinstance(tries, Refused):
        return refuse_log_in(work, staff.id if staff else None, 0, tries)
    usable = enabled(staff)
    lock = find_lock(work, usable.id if usable else None)
    work.finish()  # the try is counted, and nobody waits for the database while the key is made
    return Tried(staff, unlock(work, lock, whole_text(password)), tries)


def refuse_log_in(work: Work, staff: UUID | None, tries: int, refused: Refused) -> Refused:
    """Trace that a log-in has failed, and tell the officers of a series."""
    # The address that an unknown person typed may be a password typed into the wrong field.
    trace = Trace(
        act=Act.LOGIN_FAIL,
        decision="refused",
        staff=staff,
        reason=refused.reason,
        details={} if staff else {"unknown": "yes"},
    )
    record(work, trace)
    note_guessing(work, tries, staff)
    return refused
