"""Count the tries at one account by where they come from.

Strangers are counted together, whoever they are and however many addresses they have. Each browser
in which she is known is counted for itself and has a few tries; then it is a stranger's too.
"""

from dataclasses import replace

from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.other_log_ins import KnownBrowser
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import Caller
from caseflow.identity.known_browsers import browser_of, forget_browser
from caseflow.identity.login_throttle import count_try, forget_failures
from caseflow.identity.staff_rows import fold_email
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.configuration import Throttle
from caseflow.vocabulary.ids import new_id


def count_caller(work: Work, staff: Staff | None, email: str, caller: Caller) -> int | Refused:
    """Count a try that may be made, and say the how manieth in a row it is; else how to wait."""
    known = _known(work, staff, caller)
    if known is not None:
        tries = count_try(work, _browser(known), _limit_of_a_browser(work))
        if not _used_up(tries):
            return tries
        forget_browser(work, known)
    return count_try(work, _account(email, caller))


def forget_caller(work: Work, staff: Staff, caller: Caller) -> bool:
    """Begin to count anew what comes from there; say whether it was a browser she is known in.

    What strangers have tried stays counted when she comes in from a browser of her own: else each
    log-in of hers would give them a hundred more (NIST SP 800-63B, section 5.2.2).
    """
    known = _known(work, staff, caller)
    forget_failures(work, _account(staff.email, caller) if known is None else _browser(known))
    return known is not None


def forget_all(work: Work, staff: Staff, browsers: list[KnownBrowser]) -> None:
    """Begin to count anew wherever it comes from, and her second factor too."""
    forget_failures(work, staff.email)
    forget_failures(work, _account(staff.email, Caller(command_line=True)))
    forget_failures(work, f"factor {staff.id}")
    for each in browsers:
        forget_failures(work, _browser(each))


def _known(work: Work, staff: Staff | None, caller: Caller) -> KnownBrowser | None:
    return browser_of(work, staff.id if staff else new_id(), caller.browser or "")


def _account(email: str, caller: Caller) -> str:
    # No address has a blank in it, and whatever is counted besides has one: else a stranger could
    # type its name as an address, and hold up the last administrator or a second factor.
    address = fold_email(email).replace(" ", "")
    return f"command line {address}" if caller.command_line else address


def _browser(known: KnownBrowser) -> str:
    return f"browser {known.id}"


def _limit_of_a_browser(work: Work) -> Throttle:
    limits = work.configuration.limits
    return replace(limits.login, most=limits.login_known_browser)


def _used_up(tries: int | Refused) -> bool:
    """Say whether no wait would help."""
    return isinstance(tries, Refused) and tries.wait is None
