"""Slow down guessing: every try counts before its password is worked on.

Known and unknown addresses are slowed alike, so that the delay does not tell who has an account.
"""

import hmac
from datetime import timedelta

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.derivation import derive
from caseflow.database.tables.accounts import LoginFailure
from caseflow.database.unit_of_work import Work
from caseflow.identity.staff_rows import fold_email
from caseflow.keys.keyring import ring
from caseflow.vocabulary.configuration import Throttle


def admit_try(work: Work, email: str) -> bool:
    """Count a try and say whether it may be made; of two at once only one may."""
    account = _account(work, email)
    row = work.session.get(LoginFailure, account, populate_existing=True)
    now = work.clock.now()
    if row is None:
        return _count_first(work, LoginFailure(account=account, failures=1, last_at=now))
    limit = work.configuration.limits.login
    if row.failures >= limit.most or now < row.last_at + delay_after(row.failures, limit):
        return False
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
    return work.session.execute(counted).scalar_one_or_none() is not None


def _count_first(work: Work, row: LoginFailure) -> bool:
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:  # another try for this address was counted at the same instant
        work.abandon()
        return False
    return True


def forget_failures(work: Work, email: str) -> None:
    """Begin to count anew, after a log-in or when an administrator resets the account."""
    work.session.execute(
        delete(LoginFailure).where(LoginFailure.account == _account(work, email)),
        execution_options={"synchronize_session": False},
    )


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
