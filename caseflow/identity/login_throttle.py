"""Slow down guessing: every try counts before its password is worked on.

Known and unknown addresses are slowed alike, so that the delay does not tell who has an account.
"""

import hmac
from collections.abc import Collection
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.derivation import derive
from caseflow.database.tables.accounts import LoginFailure
from caseflow.database.unit_of_work import Work
from caseflow.identity.staff_rows import fold_email
from caseflow.keys.keyring import ring
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.configuration import Throttle

_OVERTAKEN = Refused(Reason.TOO_MANY, wait=1)


def count_try(work: Work, email: str, limit: Throttle | None = None) -> int | Refused:
    """Count a try that may be made, and say the how manieth in a row it is; else how to wait.

    Of two at once only one may. Beyond the most that there may be no wait helps.
    """
    account = _account(work, email)
    row = work.session.get(LoginFailure, account, populate_existing=True)
    now = work.clock.now()
    if row is None:
        return _count_first(work, LoginFailure(account=account, failures=1, last_at=now))
    held = _held_back(row, limit or work.configuration.limits.login, now)
    if held is not None:
        return held
    counted = (
        update(LoginFailure)
        .where(
            LoginFailure.account == account,
            LoginFailure.failures == row.failures,
            LoginFailure.last_at == row.last_at,
        )
        .values(failures=row.failures + 1, last_at=now)
        .returning(LoginFailure.failures)
        .execution_options(synchronize_session=False)
    )
    number = work.session.execute(counted).scalar_one_or_none()
    return _OVERTAKEN if number is None else number


def _held_back(row: LoginFailure, limit: Throttle, now: datetime) -> Refused | None:
    if row.failures >= limit.most:
        return Refused(Reason.TOO_MANY)  # until an administrator releases it: no wait would help
    wait = row.last_at + delay_after(row.failures, limit) - now
    if wait <= timedelta():
        return None
    return Refused(Reason.TOO_MANY, ceil(wait.total_seconds()))


def _count_first(work: Work, row: LoginFailure) -> int | Refused:
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:  # another try for this address was counted at the same instant
        work.abandon()
        return _OVERTAKEN
    return 1


def forget_failures(work: Work, email: str) -> None:
    """Begin to count anew, after a log-in or when an administrator says so."""
    work.session.execute(
        delete(LoginFailure).where(LoginFailure.account == _account(work, email)),
        execution_options={"synchronize_session": False},
    )


def used_up(work: Work, emails: Collection[str]) -> frozenset[str]:
    """Return those of these accounts for which nothing more is tried until they are released."""
    accounts = {_account(work, email): email for email in emails}
    most = work.configuration.limits.login.most
    query = select(LoginFailure.account).where(
        LoginFailure.account.in_(accounts), LoginFailure.failures >= most
    )
    return frozenset(accounts[found] for found in work.session.scalars(query))


def delay_after(failures: int, limit: Throttle) -> timedelta:
    """Return how long to wait after so many failures in a row."""
    if failures < limit.free:
        return timedelta()
    doublings: int = 2 ** min(failures - limit.free, 32)
    return min(limit.first_delay * doublings, limit.longest_delay)


def _account(work: Work, email: str) -> bytes:
    key = derive(ring(work).server.cookie, "log-in failures")
    folded = fold_email(email).encode(errors="replace")
    return hmac.digest(key, folded, "sha256")
