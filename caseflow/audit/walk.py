"""Walk over the log from the oldest entry on, for whoever decides again or counts.

Whoever calls this stages a trace of the look itself.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.audit.heads import SignedHead
from caseflow.audit.look import LAST_POSITION, LogEntry
from caseflow.database.tables.audit_log import Checkpoint, Leaf
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
    try:
        return read_payload(row.payload)
    except (TypeError, ValueError):
        return None


def entries_at(work: Work, positions: Collection[int]) -> list[LogEntry]:
    """Return the entries at these positions that can still be read, in their order."""
    wanted = select(Leaf).where(Leaf.position.in_(positions)).order_by(Leaf.position)
    found = [(row, _content(row)) for row in work.session.scalars(wanted)]
    return [
        LogEntry(row.position, row.entry_id, row.at, dict(content))
        for row, content in found
        if content is not None
    ]


def checkpoint_at(work: Work, size: int) -> SignedHead | None:
    """Return the head that was signed at this size of the log, None where none was."""
    row = work.session.get(Checkpoint, size) if 0 < size <= LAST_POSITION else None
    return None if row is None else SignedHead(row.size, row.root, row.note, row.at)


def checkpoint_behind(work: Work, position: int) -> SignedHead | None:
    """Return the first head that was signed with this entry in the log, None where none was yet."""
    first = select(Checkpoint).where(Checkpoint.size > position).order_by(Checkpoint.size).limit(1)
    row = work.session.scalar(first)
    return None if row is None else SignedHead(row.size, row.root, row.note, row.at)
