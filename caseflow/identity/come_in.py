"""Let somebody come in: her session begins, and her failures are forgotten."""

from dataclasses import replace

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import STRANGER, Caller
from caseflow.identity.known_browsers import remember_browser
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.sessions import LoggedIn, empty_lapsed, start_session
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.tries import forget_caller
from caseflow.keys.keyring import OpenedPair
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act


def come_in(
    work: Work, opened: OpenedPair, factor: str | None, caller: Caller = STRANGER
) -> LoggedIn:
    """Begin the session of whoever has shown all that she has to; `factor` is its kind, if any.

    Her browser is known from now on.
    """
    staff = enabled(staff_by_id(work, opened.staff))
    known = staff is not None and forget_caller(work, staff, caller)
    empty_lapsed(work, opened.staff)
    held = memberships_of(work, opened.staff)
    only = held[0] if len(held) == 1 else None
    shown_at = None if factor is None else work.clock.now()
    chosen = only.id if only else None
    begun = start_session(work, opened, chosen, shown_at, program=caller.program)
    details = {} if factor is None else {"factor": factor}
    record(work, _trace(begun, only, details | ({"browser": "known"} if known else {})))
    begun = replace(begun, language="" if staff is None else staff.language)
    if caller.browser is None:
        return begun
    return replace(begun, browser=remember_browser(work, opened.staff, caller.browser))


def _trace(begun: LoggedIn, only: Membership | None, details: dict[str, str]) -> Trace:
    return Trace(
        act=Act.LOGIN,
        staff=begun.staff,
        session=begun.session,
        unit=only.unit_id if only else None,
        role=Role(only.role) if only else None,
        details=details,
    )
