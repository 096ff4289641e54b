"""Somebody who has a second factor logs in with it, each time as if it were the first."""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import inspect, select, update

from caseflow.audit.record import record_alarms
from caseflow.database.base import SealedRow
from caseflow.database.tables.other_log_ins import OpenIdLink
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
    resume_program,
)
from caseflow.identity.known_browsers import browser_of
from caseflow.identity.recovery_codes import spend_recovery_code
from caseflow.keys.own_addresses import own_address
from caseflow.vocabulary.actors import Actor
from tests.factories.authenticator import SITE
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.second_factors import code_now
from tests.security.filled_house import FACTORED, HOME, Filled

_WHO = f"{FACTORED}@example.org"


def by_code(house: House, life: Filled) -> set[str]:
    """Let her log in with a new one-time code."""
    cast("StoppedClock", house.around.clock).advance(timedelta(seconds=30))
    work, before = house.work(), _rows(house, OneTimeSecret)
    answer = log_in(work, _WHO, PASSWORD, code_now(life.factors.secret, house.around.clock))
    return _leave(work, answer, OneTimeSecret, before)


def by_passkey(house: House, life: Filled) -> set[str]:
    """Let her log in with her passkey."""
    work, before, signed = house.work(), _rows(house, Passkey), life.stick.signed
    step = begin_log_in(work, _WHO, PASSWORD)
    assert isinstance(step, Step)
    shown = life.stick.show(ask_passkey(work, step.token, SITE))
    answer = finish_log_in(work, step.token, Proof(passkey=shown, site=SITE))
    life.stick.signed = signed
    return _leave(work, answer, Passkey, before)


def by_identity(house: House, life: Filled) -> set[str]:
    """Let her log in with her identity at the OpenID provider."""
    work, before = house.work(), _rows(house, OpenIdLink)
    step = begin_log_in(work, _WHO, PASSWORD)
    assert isinstance(step, Step)
    answer = finish_log_in(work, step.token, Proof(identity=life.identity))
    return _leave(work, answer, OpenIdLink, before)


def by_paper(house: House, life: Filled) -> set[str]:
    """Let her log in with a recovery code."""
    work, before = house.work(), _rows(house, RecoveryCode)
    answer = log_in(work, _WHO, PASSWORD, life.factors.recovery_codes[0])
    return _leave(work, answer, RecoveryCode, before)


def from_home(house: House, life: Filled) -> set[str]:
    """Say whether she is known in her browser."""
    work = house.work()
    found = browser_of(work, house.staff[FACTORED], life.browser)
    record_alarms(work)
    work.finish()
    work.put_away()
    return set() if found is None else {"known"}


def at_home(house: House, life: Filled) -> set[str]:
    """Let somebody look at where she lives, as she has written it down."""
    work = house.work(life.lives)
    found = own_address(work, life.lives.staff)
    record_alarms(work)
    work.finish()
    work.put_away()
    return set() if found is None else {HOME}


def by_token(house: House, life: Filled) -> set[str]:
    """Let a program act by its token."""
    work = house.work()
    who = resume_program(work, life.program, None)
    record_alarms(work)
    work.finish()
    work.put_away()
    return {"in"} if isinstance(who, Actor) else set()


def row_of_paper(house: House, life: Filled) -> UUID:
    """Return the row of the recovery code that she logs in with."""
    work = house.work()
    assert spend_recovery_code(work, house.staff[FACTORED], life.factors.recovery_codes[0])
    row = work.session.query(RecoveryCode).filter(RecoveryCode.used_at.isnot(None)).one()
    found = row.id
    work.abandon()
    return found


def _rows(house: House, table: type[SealedRow]) -> list[dict[str, Any]]:
    """Return what a log-in uses up, as it stands."""
    names = {"id", "row_seal", "last_step", "sign_count", "used_at"}
    columns = [each for each in inspect(table).columns if each.key in names]
    with house.sessions() as session:
        return [dict(row) for row in session.execute(select(*columns)).mappings()]


def _leave(
    work: Work, answer: object, table: type[SealedRow], before: list[dict[str, Any]]
) -> set[str]:
    """End the log-in, and put back what it has used up: the next one finds it as it was."""
    record_alarms(work)
    work.finish()
    if isinstance(answer, LoggedIn):
        work.session.execute(update(table), before)
        work.finish()
    work.put_away()
    return {"in"} if isinstance(answer, LoggedIn) else set()
