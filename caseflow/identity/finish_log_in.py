"""Finish a log-in with the second factor: one try for each password that was typed."""

from uuid import UUID

from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import STRANGER, Caller
from caseflow.identity.check_factor import Proof, check_factor
from caseflow.identity.come_in import come_in
from caseflow.identity.log_in_steps import find_step, take_step
from caseflow.identity.passkeys import Site, options_to_show
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.try_password import refuse_log_in
from caseflow.keys.keyring import OpenedPair
from caseflow.keys.session_keys import open_step
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id


def ask_passkey(work: Work, token: str, site: Site) -> str:
    """Return what the browser is asked, to show a passkey for a log-in that has begun.

    An unknown token is asked the same question; its answer leads nowhere.
    """
    step = find_step(work, token)
    return options_to_show(work, step.id if step else new_id(), site)


def finish_log_in(
    work: Work, token: str, proof: Proof, caller: Caller = STRANGER
) -> LoggedIn | Refused:
    """Begin the session, or refuse alike: wrong password, wrong code, code used, step over.

    Whatever comes of it, the step is used up, and the password has to be typed again.
    """
    step = take_step(work, token)
    whose, subject = _asked(step)
    shown = check_factor(work, whose, subject, proof)
    opened = None if step is None else _opened(work, step, token)
    if opened is None or shown is None:
        # The failure of a wrong password was told at the first step.
        known = None if step is None else step.staff_id
        return refuse_log_in(work, known, step.tries if step and known else 0, Refused())
    return come_in(work, opened, shown, caller)


def _asked(step: LogInStep | None) -> tuple[UUID, UUID]:
    """Return whose factors are asked for, and for what; nobody's by the same statements."""
    if step is None:
        return new_id(), new_id()
    return step.staff_id or new_id(), step.id


def _opened(work: Work, step: LogInStep, token: str) -> OpenedPair | None:
    opened = open_step(work, step, token)
    return opened if opened and enabled(staff_by_id(work, opened.staff)) else None
