"""Find out which emergencies and exceptions a client may be told of, and which not yet.

An emergency is told once it has ended and an officer has reviewed it, unless the officer holds it
back: her note may say why the client does not know yet. Whether telling of another exception is
safe is written nowhere: it is told once it is over and the officer says so.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.clock import local_day


class Why(StrEnum):
    """Why something is not told."""

    RUNS = "runs"  # it has not ended
    NOT_REVIEWED = "not_reviewed"
    NOT_CHOSEN = "not_chosen"  # it could be told, and the officer has not said so
    HELD_BACK = "held_back"  # by the officer, who knows why


@dataclass(frozen=True, slots=True)
class Special:
    """An emergency or an exception of hers, and why she is not told of it; None: she is."""

    id: UUID
    kind: BasisKind
    unit: UUID
    day: date
    untold: Why | None
    choosable: bool = False  # whether the officer may choose to tell it


@dataclass(frozen=True, slots=True)
class Choice:
    """What the officer says by id: which exceptions are told, which emergencies are not yet."""

    tell: frozenset[UUID] = frozenset()
    hold: frozenset[UUID] = frozenset()


def specials(work: Work, clients: Collection[UUID], choice: Choice) -> tuple[Special, ...]:
    """Return all of them, the oldest first; one whose row is not as it was sealed is not told."""
    found = [*_emergencies(work, clients, choice.hold), *_exceptions(work, clients, choice.tell)]
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def _emergencies(
    work: Work, clients: Collection[UUID], hold: Collection[UUID]
) -> Iterator[Special]:
    now = work.clock.now()
    asked = select(EmergencyAccess).where(EmergencyAccess.client_id.in_(clients))
    for row in intact(work, work.session.scalars(asked)):
        over, reviewed = _over(row, now), row.finding is not None
        untold = Why.HELD_BACK if row.id in hold else None
        untold = untold if reviewed else Why.NOT_REVIEWED
        untold = untold if over else Why.RUNS
        day = local_day(row.declared_at, work.configuration.zone)
        choosable = over and reviewed
        yield Special(row.id, BasisKind.EMERGENCY, row.unit_id, day, untold, choosable=choosable)


def _exceptions(work: Work, clients: Collection[UUID], tell: Collection[UUID]) -> Iterator[Special]:
    now = work.clock.now()
    asked = select(LawfulException).where(LawfulException.client_id.in_(clients))
    for row in intact(work, work.session.scalars(asked)):
        over = _over(row, now)
        chosen = None if row.id in tell else Why.NOT_CHOSEN
        day = local_day(row.declared_at, work.configuration.zone)
        untold = chosen if over else Why.RUNS
        yield Special(row.id, BasisKind.EXCEPTION, row.unit_id, day, untold, choosable=over)


def _over(row: EmergencyAccess | LawfulException, now: datetime) -> bool:
    return row.until <= now or (row.ended_at is not None and row.ended_at <= now)
