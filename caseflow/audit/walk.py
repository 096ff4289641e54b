"""Walk over the log from the oldest entry on, for whoever decides again or counts.

Whoever calls this stages a trace of the look itself.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.unit_of_work import Work

CHUNK = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One entry as it is passed; without content where its words are past their retention."""

    position: int
    id: UUID
    at: datetime
    act: str
    permitted: bool
    staff: UUID | None
    unit: UUID | None
    client: UUID | None
    content: Mapping[str, Any] | None


def walk(work: Work, first: int, size: int) -> Iterator[list[Step]]:
    """Yield the entries from a position on, in a log of this size, some at a time."""
    start = first
    while start < size:
        end = min(start + CHUNK, size)
        within = Leaf.position.between(start, end - 1)
        rows = work.session.scalars(select(Leaf).where(within).order_by(Leaf.position)).all()
        yield [_step(row) for row in rows]
        start = end


def _step(row: Leaf) -> Step:
    return Step(
        position=row.position,
        id=row.entry_id,
        at=row.at,
        act=row.act,
        permitted=row.decision == "permitted",
        staff=row.staff_id,
        unit=row.unit_id,
        client=row.client_id,
        content=_content(row),
    )


def _content(row: Leaf) -> Mapping[str, Any] | None:
    payload: object = row.payload
    if isinstance(payload, bytes):
        with suppress(ValueError):
            return read_payload(payload)
    return None
