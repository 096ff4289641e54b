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
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.begin_again import begin_again
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey, Stale

AT_ONCE = 8  # settled of each kind in one request: nobody waits long for what others left
LOOKED_AT = 32  # of each kind in one request, with those that stay due

R = TypeVar("R", Consent, EmergencyAccess, LawfulException, Drawer, GrantDue, ExceptionAgreement)


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


def asked_of(work: Work, actor: Actor) -> dict[str, UUID | datetime]:
    """Return what the conditions of what is due ask for."""
    now = work.clock.now()
    frozen_before = now - work.configuration.limits.frozen_copy
    return {"unit": actor.unit, "now": now, "frozen_before": frozen_before}


def row_by_row(
    work: Work, actor: Actor, due: Due[R], step: Callable[[Work, Actor, R], bool]
) -> None:
    """Take the step with each due row; it says whether it could settle the row."""
    oldest = (
        select(due.table.client_id, due.table.id)
        .where(*due.conditions)
        .order_by(due.since, due.table.id)
        .limit(LOOKED_AT)
    )
    asked = asked_of(work, actor)
    settled = 0
    for client, row in work.session.execute(oldest, asked).all():
        key = (due.table.client_id == client, due.table.id == row)
        # Read anew: another request may have settled it meanwhile.
        query = select(due.table).where(*key, *due.conditions).params(asked)
        named = Alarm.of_key(due.table.__tablename__, row)
        settled += in_own_work(work, actor, query, step, named)
        if settled == AT_ONCE:
            return


def in_own_work(
    work: Work,
    actor: Actor,
    query: Select[R],
    step: Callable[[Work, Actor, R], bool],
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
