"""Lift the privacy curtain with the password; the session goes on under a new token."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record, record_alarms
from caseflow.database.tables.accounts import Staff, StaffSession
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import Caller
from caseflow.identity.curtains import session_behind
from caseflow.identity.note_guessing import note_guessing
from caseflow.identity.own_membership import refuse
from caseflow.identity.sessions import LoggedIn, end_session, live_session
from caseflow.identity.show_factor import renew_session
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.tries import count_caller, forget_caller
from caseflow.identity.whole_text import whole_text
from caseflow.keys.session_keys import open_session
from caseflow.keys.staff_keys import find_lock, unlock
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused


def behind_curtain(work: Work, token: str | None) -> bool:
    """Say whether a session waits for its password behind this token."""
    return bool(token) and session_behind(work, token or "") is not None


def lift_curtain(
    work: Work, token: str, password: str, caller: Caller
) -> LoggedIn | Refused | None:
    """Go on with a session after its password; None where none goes on behind this token.

    Where the curtain came too late to be drawn here, the password is asked for all the same. It is
    tried as at a log-in, and its failures count there too.
    """
    session = _session(work, token)
    staff = None if session is None else enabled(staff_by_id(work, session.staff_id))
    if session is None or staff is None:
        return None
    who = _person(session, staff)
    tries = count_caller(work, staff, staff.email, caller)
    if isinstance(tries, Refused):
        refuse(work, who, Act.CURTAIN_LIFT, tries.reason)
        return tries
    lock = find_lock(work, staff.id)
    work.finish()  # the try is counted, and nobody waits for the database while the key is made
    if unlock(work, lock, whole_text(password)) is None:
        note_guessing(work, tries, staff.id)
        return refuse(work, who, Act.CURTAIN_LIFT, Reason.NOT_OPEN)
    forget_caller(work, staff, caller)
    return _go_on(work, who, token)


def _go_on(work: Work, who: Person, token: str) -> LoggedIn | None:
    session = _session(work, token)  # meanwhile it may have ended, or gone on in another window
    if session is None:
        return None
    if open_session(work, session, token) is None:
        end_session(work, session)  # the row is not as it was written
        record_alarms(work, who.staff)
        return None
    session.seen_at = work.clock.now()
    renewed = renew_session(work, session, session.second_factor_at)
    if renewed is not None:
        record(work, Trace(act=Act.CURTAIN_LIFT, **by(who)))
    return renewed


def _session(work: Work, token: str) -> StaffSession | None:
    return session_behind(work, token) or live_session(work, token)


def _person(session: StaffSession, staff: Staff) -> Person:
    return Person(
        staff=staff.id,
        session=session.id,
        administrator=staff.administrator,
        second_factor_at=session.second_factor_at,
    )
