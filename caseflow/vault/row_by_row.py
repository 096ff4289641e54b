"""Settle due rows one by one, each in a unit of work of its own: a damaged one holds up no other.

A row that cannot be settled stays due. The oldest come first, and some more are looked at than are
settled. Whoever has not seen all goes on behind what was tried, and begins again with the oldest
when she is through: so those which stay do not keep the others waiting, however many they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Exists, Row, Select, and_, not_, or_, select
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

# In this process, of an open database, by what is due and for which unit: what was tried last.
Tried: TypeAlias = tuple[datetime | None, UUID]
_TRIED: WeakKeyDictionary[object, dict[tuple[object, ...], Tried]] = WeakKeyDictionary()

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
    asked = asked_of(work, actor)
    name = (due.table.__tablename__, due.since.key, asked["unit"])
    tried = _TRIED.setdefault(work.session.get_bind(), {})
    rows = _next_rows(work, due, asked, pace.looked_at, tried.pop(name, None))
    settled = 0
    for number, (client, row, since) in enumerate(rows, start=1):
        key = (due.table.client_id == client, due.table.id == row)
        # Read anew: another request may have settled it meanwhile.
        query = select(due.table).where(*key, *due.conditions).params(asked)
        named = Alarm.of_key(due.table.__tablename__, row)
        settled += in_own_work(work, actor, query, step, named)
        if settled == pace.settled or number == pace.looked_at:
            tried[name] = since, row
            break
    return settled


def _next_rows(
    work: Work, due: Due[R], asked: Mapping[str, Any], most: int, tried: Tried | None
) -> Sequence[Row[UUID, UUID, datetime | None]]:
    """Return the keys of what is due, the oldest behind what was tried first, then the others."""
    table, since = due.table, due.since
    oldest = (
        select(table.client_id, table.id, since).where(*due.conditions).order_by(since, table.id)
    )
    if tried is None:
        return work.session.execute(oldest.limit(most), asked).all()
    behind = or_(since > tried[0], and_(since == tried[0], table.id > tried[1]))
    found = list(work.session.execute(oldest.where(behind).limit(most), asked))
    found.extend(work.session.execute(oldest.where(not_(behind)).limit(most - len(found)), asked))
    return found


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
