"""Settle due rows one by one, each in a unit of work of its own: a damaged one holds up no other.

A row that cannot be settled stays due. The oldest come first, and some more are looked at than are
settled, so that those which stay do not keep the others waiting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, Select, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import InstrumentedAttribute

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, ExceptionAgreement, LawfulException
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.begin_again import begin_again
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey, Stale

AT_ONCE = 8  # settled of each kind in one request: nobody waits long for what others left
NOWHERE = UUID(int=0)  # the unit of nobody
LOOKED_AT = 32  # of each kind in one request, with those that stay due

R = TypeVar(
    "R", Consent, EmergencyAccess, LawfulException, Drawer, GrantDue, ExceptionAgreement, Handover
)
A = TypeVar("A", Actor, None, Actor | None)


@dataclass(frozen=True, slots=True)
class Pace:
    """How much of one kind is done before whoever waits for it goes on."""

    settled: int = AT_ONCE
    looked_at: int = LOOKED_AT


OF_A_REQUEST = Pace()


@dataclass(frozen=True, slots=True)
class Due(Generic[R]):
    """Which rows of a table are due, and since when.

    The conditions ask for the acting unit as `:unit`, for this instant as `:now`, and for the one
    before which a copy must have been frozen to be destroyed now as `:frozen_before`.
    """

    table: type[R]
    conditions: tuple[ColumnElement[bool], ...]
    since: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]

    def exists(self) -> Exists:
        """Return whether there is any, as a part of a statement."""
        return select(self.table.id).where(*self.conditions).exists()


def asked_of(work: Work, actor: Actor | None) -> dict[str, UUID | datetime]:
    """Return what the conditions of what is due ask for."""
    now = work.clock.now()
    frozen_before = now - work.configuration.limits.frozen_copy
    unit = actor.unit if actor else NOWHERE
    return {"unit": unit, "now": now, "frozen_before": frozen_before}


def row_by_row(
    work: Work,
    actor: A,
    due: Due[R],
    step: Callable[[Work, A, R], bool],
    pace: Pace = OF_A_REQUEST,
) -> int:
    """Take the step with due rows; it says whether it could settle one. Return how many it did.

    Where nobody acts, time itself does what needs no key.
    """
    oldest = (
        select(due.table.client_id, due.table.id)
        .where(*due.conditions)
        .order_by(due.since, due.table.id)
        .limit(pace.looked_at)
    )
    asked = asked_of(work, actor)
    settled = 0
    for client, row in work.session.execute(oldest, asked).all():
        key = (due.table.client_id == client, due.table.id == row)
        # Read anew: another request may have settled it meanwhile.
        query = select(due.table).where(*key, *due.conditions).params(asked)
        named = Alarm.of_key(due.table.__tablename__, row)
        settled += in_own_work(work, actor, query, step, named)
        if settled == pace.settled:
            break
    return settled


def in_own_work(
    work: Work,
    actor: A,
    query: Select[R],
    step: Callable[[Work, A, R], bool],
    named: Alarm,
) -> bool:
    """Take the step with the row, if the query still finds it; say whether it was settled.

    Where a key does not open, nothing is done and the alarm raised.
    """
    try:
        settled = [step(work, actor, row) for row in intact(work, work.session.scalars(query))]
    except (Stale, OperationalError):
        begin_again(work)  # another request is at it
        return False
    except BrokenKey:
        begin_again(work)
        raise_alarms(work, actor, [named])
        return False
    raise_alarms(work, actor, ())
    return any(settled)
