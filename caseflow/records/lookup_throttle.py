"""Slow down whoever tries client codes: each try leaves a desk, one that failed an ended one."""

from datetime import datetime

from sqlalchemy import select

from caseflow.crypto.client_codes import new_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Desk
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import sealed_code
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.configuration import Throttle
from caseflow.vocabulary.ids import new_id


def held_back(work: Work, actor: Actor) -> bool:
    """Say whether this staff member has to wait before her next try.

    Her failures of the last session's length count, in whichever session and unit; a hit clears
    none of them, else one known code would buy further guesses.
    """
    now, limits = work.clock.now(), work.configuration.limits
    found = work.session.scalars(
        select(Desk)
        .where(
            Desk.staff_id == actor.staff,
            Desk.opened_at > now - limits.session_absolute,
            Desk.until == Desk.opened_at,
        )
        .order_by(Desk.opened_at, Desk.id)
    )
    failures = [desk.opened_at for desk in intact(work, found)]
    return must_wait(limits.lookup, failures, now)


def must_wait(throttle: Throttle, failures: list[datetime], now: datetime) -> bool:
    """Say whether the next try comes too early after these failures."""
    if len(failures) >= throttle.most:
        return True
    if len(failures) < throttle.free:
        return False
    delay = throttle.first_delay * (1 << (len(failures) - throttle.free))
    return now < failures[-1] + min(delay, throttle.longest_delay)


def remember_failure(work: Work, actor: Actor) -> Desk:
    """Add the desk of nobody that ended when it was opened."""
    now, row = work.clock.now(), new_id()
    desk = Desk(
        client_id=new_id(),
        id=row,
        session_id=actor.session,
        staff_id=actor.staff,
        unit_id=actor.unit,
        opened_at=now,
        until=now,
        **sealed_code(work, actor.unit, row, new_code()),
    )
    work.session.add(desk)
    work.session.flush()
    return desk
