"""Log in: opening a staff member's key with her password is the only check there is."""

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.login_throttle import admit_try, forget_failures
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.sessions import LoggedIn, empty_lapsed, start_session
from caseflow.identity.staff_rows import enabled, staff_by_email
from caseflow.identity.whole_text import whole_text
from caseflow.keys.staff_keys import find_lock, unlock
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def log_in(work: Work, email: str, password: str) -> LoggedIn | Refused:
    """Begin a session, or refuse: alike and after the same time for unknown, disabled, wrong.

    Whoever belongs to one unit only acts in it at once.
    """
    staff = staff_by_email(work, email)
    early = admit_try(work, email)
    if early is not None:
        return _refuse(work, staff, early)
    usable = enabled(staff)
    lock = find_lock(work, usable.id if usable else None)
    work.finish()  # the try is counted, and nobody waits for the database while the key is made
    opened = unlock(work, lock, whole_text(password))
    if opened is None:
        return _refuse(work, staff, Refused())
    forget_failures(work, email)
    empty_lapsed(work, opened.staff)
    held = memberships_of(work, opened.staff)
    only = held[0] if len(held) == 1 else None
    begun = start_session(work, opened, only.id if only else None)
    record(work, _trace(begun, only))
    return begun


def _refuse(work: Work, staff: Staff | None, refused: Refused) -> Refused:
    # The address that an unknown person typed may be a password typed into the wrong field.
    trace = Trace(
        act=Act.LOGIN_FAIL,
        decision="refused",
        staff=staff.id if staff else None,
        reason=refused.reason,
        details={} if staff else {"unknown": "yes"},
    )
    record(work, trace)
    return refused


def _trace(begun: LoggedIn, only: Membership | None) -> Trace:
    return Trace(
        act=Act.LOGIN,
        staff=begun.staff,
        session=begun.session,
        unit=only.unit_id if only else None,
        role=Role(only.role) if only else None,
    )
