"""Read the log for those who review it; whoever calls this stages a trace of the look itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from caseflow.audit.entries import Decision, read_payload
from caseflow.audit.heads import SignedHead
from caseflow.database.tables.audit_log import Checkpoint, Leaf
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act

CHUNK = 1024
# What an integer of PostgreSQL holds; no log has an entry beyond, and asking for one would fail.
LAST_POSITION = 2**31 - 1
# Whom these are about stands in the entry alone; whether she is one of them is read there.
_ABOUT_SEVERAL = frozenset(
    {
        Act.CLIENT_SHOWN,
        Act.CALENDAR_READ,  # where hours leave in a file
        Act.CASE_DESERTED,
        Act.HANDOVER_READ,
        Act.DISCLOSURE_READ,
        Act.EXCEPTION_READ,
        Act.APART_READ,
        Act.COPY_READ,
        Act.MERGE_READ,
        Act.ERASURE_READ,
        Act.RETENTION_READ,
        Act.LOG_READ,
        Act.REASON_READ,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """What the entries looked for have in common; None asks for nothing."""

    clients: frozenset[UUID] | None = None  # about any of these ids, which may be one person's
    staff: UUID | None = None
    unit: UUID | None = None
    act: Act | None = None
    acts: frozenset[Act] | None = None  # any of them
    decision: Decision | None = None
    basis: UUID | None = None
    since: datetime | None = None  # from this instant
    until: datetime | None = None  # up to, and without, this one


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the log, its content as `audit.entries.payload` spelled it."""

    position: int
    id: UUID
    at: datetime
    content: dict[str, Any]


def entries(
    work: Work, filters: LogFilter, after: int | None = None, limit: int = 100
) -> list[LogEntry]:
    """Return the newest matching entries before position `after`, or of all where that is None."""
    return list(islice(all_entries(work, filters, after), limit))


def all_entries(work: Work, filters: LogFilter, after: int | None = None) -> Iterator[LogEntry]:
    """Yield every matching entry, the newest first; few are loaded at once, for a log grows."""
    for row in _candidates(work, filters, after):
        one = _entry(row)
        if _matches(one.content, filters):
            yield one


def entry(work: Work, position: int) -> LogEntry | None:
    """Return the entry at this position, or None where the log has none, or had."""
    row = None if position > LAST_POSITION else work.session.get(Leaf, position)
    return None if row is None or row.pruned_by is not None else _entry(row)


def newest_checkpoint(work: Work) -> SignedHead | None:
    """Return the head that was signed last, or None where nothing was integrated yet."""
    newest = select(Checkpoint).order_by(Checkpoint.size.desc()).limit(1)
    row = work.session.scalar(newest)
    return None if row is None else SignedHead(row.size, row.root, row.note, row.at)


def _candidates(work: Work, filters: LogFilter, after: int | None) -> Iterator[Leaf]:
    """Yield the leaves that the plain columns allow, from the newest down."""
    conditions = _conditions(filters)
    below = None if after is None else min(after, LAST_POSITION)
    while True:
        page = select(Leaf).where(*conditions).order_by(Leaf.position.desc()).limit(CHUNK)
        rows = work.session.scalars(
            page if below is None else page.where(Leaf.position < below)
        ).all()
        yield from rows
        if len(rows) < CHUNK:
            return
        below = rows[-1].position


def _conditions(filters: LogFilter) -> list[ColumnElement[bool]]:
    wanted = {
        Leaf.staff_id: filters.staff,
        Leaf.unit_id: filters.unit,
        Leaf.act: filters.act,
        Leaf.decision: filters.decision,
    }
    conditions = [column == value for column, value in wanted.items() if value is not None]
    conditions.append(Leaf.pruned_by.is_(None))
    if filters.acts is not None:
        conditions.append(Leaf.act.in_(filters.acts))
    if filters.clients is not None:
        hers = Leaf.client_id.in_(filters.clients)
        conditions.append(or_(hers, Leaf.act.in_(_ABOUT_SEVERAL)))
    if filters.since is not None:
        conditions.append(Leaf.at >= filters.since)
    if filters.until is not None:
        conditions.append(Leaf.at < filters.until)
    return conditions


def _matches(content: dict[str, Any], filters: LogFilter) -> bool:
    """Say whether the entry is about one of the clients and the basis asked for."""
    about = {content.get("client"), *content.get("clients", ())}
    bases = [each["id"] for each in (*content.get("bases", ()), *content.get("ended", ()))]
    of_client = filters.clients is None or not about.isdisjoint(map(str, filters.clients))
    return of_client and (filters.basis is None or str(filters.basis) in bases)


def _entry(row: Leaf) -> LogEntry:
    return LogEntry(row.position, row.entry_id, row.at, read_payload(row.payload))
