"""Somebody who has a second factor logs in with it, each time as if it were the first."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import record_alarms
from caseflow.database.sealed_rows import change
from caseflow.database.tables.second_factors import OneTimeSecret, Passkey, RecoveryCode
from caseflow.database.unit_of_work import Work
from caseflow.identity import (
    LoggedIn,
    Proof,
    Step,
    ask_passkey,
    begin_log_in,
    finish_log_in,
    log_in,
)
from caseflow.identity.recovery_codes import spend_recovery_code
from tests.factories.authenticator import SITE
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.second_factors import code_now
from tests.security.filled_house import Filled

_WHO = "lea@example.org"


def by_code(house: House, life: Filled) -> set[str]:
    """Let her log in with a new one-time code."""
    cast("StoppedClock", house.around.clock).advance(timedelta(seconds=30))
    work = house.work()
    before = dict(work.session.execute(select(OneTimeSecret.id, OneTimeSecret.last_step)).all())
    answer = log_in(work, _WHO, PASSWORD, code_now(life.factors.secret, house.around.clock))
    if isinstance(answer, LoggedIn):
        for row in work.session.query(OneTimeSecret):
            change(work, row, last_step=before[row.id])
    return _leave(work, answer)


def by_passkey(house: House, life: Filled) -> set[str]:
    """Let her log in with her passkey."""
    work = house.work()
    step = begin_log_in(work, _WHO, PASSWORD)
    assert isinstance(step, Step)
    signed = life.stick.signed
    shown = life.stick.show(ask_passkey(work, step.token, SITE))
    answer = finish_log_in(work, step.token, Proof(passkey=shown, site=SITE))
    life.stick.signed = signed
    if isinstance(answer, LoggedIn):
        for row in work.session.query(Passkey):
            change(work, row, sign_count=signed)
    return _leave(work, answer)


def by_paper(house: House, life: Filled) -> set[str]:
    """Let her log in with a recovery code, and let it be unused again."""
    work = house.work()
    answer = log_in(work, _WHO, PASSWORD, life.factors.recovery_codes[0])
    for row in work.session.query(RecoveryCode).filter(RecoveryCode.used_at.isnot(None)):
        if isinstance(answer, LoggedIn):
            change(work, row, used_at=None)
    return _leave(work, answer)


def row_of_paper(house: House, life: Filled) -> UUID:
    """Return the row of the recovery code that she logs in with."""
    work = house.work()
    assert spend_recovery_code(work, house.staff["lea"], life.factors.recovery_codes[0])
    row = work.session.query(RecoveryCode).filter(RecoveryCode.used_at.isnot(None)).one()
    found = row.id
    work.abandon()
    return found


def _leave(work: Work, answer: object) -> set[str]:
    record_alarms(work)
    work.finish()
    work.put_away()
    return {"in"} if isinstance(answer, LoggedIn) else set()
