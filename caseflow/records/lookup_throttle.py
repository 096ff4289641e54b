"""Slow down whoever tries client codes: each try leaves a desk, one that failed an ended one."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import select

from caseflow.crypto.client_codes import new_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Desk
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import sealed_code
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.configuration import Throttle
from caseflow.vocabulary.ids import new_id


def held_back(work: Work, actor: Actor) -> Refused | None:
    """Return how long this staff member has to wait before her next try, if she has to.

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
    earliest = next_try(limits.lookup, failures, limits.session_absolute)
    if earliest is None or earliest <= now:
        return None
    return Refused(Reason.TOO_MANY, ceil((earliest - now).total_seconds()))


def next_try(throttle: Throttle, failures: list[datetime], window: timedelta) -> datetime | None:
    """Return when the next try may be made after these failures; None: whenever she likes.

    A failure counts for the length of the window; too many of them wait for the oldest to pass.
    """
    number = len(failures)
    if number < throttle.free:
        return None
    delay = throttle.first_delay * (1 << min(number - throttle.free, 32))
    rested = failures[-1] + min(delay, throttle.longest_delay)
    return rested if number < throttle.most else max(rested, failures[-throttle.most] + window)


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
