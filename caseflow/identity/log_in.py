"""Log in: opening a staff member's key with her password, and her second factor if she has one."""

from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import STRANGER, Caller
from caseflow.identity.check_factor import Proof, check_factor, has_factor
from caseflow.identity.come_in import come_in
from caseflow.identity.log_in_steps import Step, keep_step
from caseflow.identity.note_step import note_step
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.try_password import Tried, refuse_log_in, try_password
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id


def log_in(
    work: Work, email: str, password: str, otp: str = "", caller: Caller = STRANGER
) -> LoggedIn | Refused:
    """Begin a session, or refuse: alike and after the same time for unknown, disabled, wrong.

    So it is with a code that is missing or wrong, where she has a second factor. Whoever belongs
    to one unit only acts in it at once.
    """
    tried = try_password(work, email, password, caller)
    if isinstance(tried, Refused):
        return tried
    needed, shown = _factor(work, tried, otp)
    if tried.opened is None or (needed and shown is None):
        return refuse_log_in(work, tried.staff.id if tried.staff else None, tried.tries, Refused())
    return come_in(work, tried.opened, shown if needed else None, caller)


def begin_log_in(
    work: Work, email: str, password: str, caller: Caller = STRANGER
) -> LoggedIn | Step | Refused:
    """Begin a session where the password is enough; else keep what it opened, or that it did not.

    Nobody is told which of the two, so that the second step tells nothing of the password.
    """
    tried = try_password(work, email, password, caller)
    if isinstance(tried, Refused):
        return tried
    needed, _ = _factor(work, tried, "")
    if tried.opened is not None and not needed:
        return come_in(work, tried.opened, None, caller)
    step = keep_step(work, tried.opened, tried.tries)
    if tried.opened is None:
        refuse_log_in(work, tried.staff.id if tried.staff else None, tried.tries, Refused())
    else:
        note_step(work, tried.opened.staff)
    return step


def _factor(work: Work, tried: Tried, otp: str) -> tuple[bool, str | None]:
    """Return whether she needs a second factor, and what she has shown.

    Nobody's factors are asked for where the password did not fit: the same statements, and no code
    is used up by somebody who only knows the code.
    """
    staff, subject = tried.opened.staff if tried.opened else new_id(), new_id()
    needed = has_factor(work, staff)
    return needed, check_factor(work, staff, subject, Proof(code=otp)) if otp else None
