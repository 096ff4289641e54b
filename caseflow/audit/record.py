"""Stage an entry in the transaction of its act: no trace, no sight."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias, cast
from uuid import UUID

from sqlalchemy import Table, insert
from sqlalchemy.exc import SQLAlchemyError

from caseflow.audit.entries import RowDigest, Trace, payload
from caseflow.crypto.encoding import Value, row_digest
from caseflow.database.base import Base, SealedRow
from caseflow.database.row_values import all_values, covered_values, table_name
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.unit_of_work import Work
from caseflow.merkle.bundles import MAX_LEAF
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Unrecordable
from caseflow.vocabulary.ids import new_id

Named: TypeAlias = tuple[UUID, Trace]  # an entry by its id

SHEET = 100  # digests that a trace is filled up to; a leaf is at most 65,535 bytes
# Nobody looks at the row again in its transaction: as an object it would cost half as much again.
_STAGE = insert(cast("Table", StagedEntry.__table__))


def record(work: Work, trace: Trace, entry_id: UUID | None = None) -> UUID:
    """Stage the entry, and one for each alarm of this unit of work; return the entry's id.

    Use the bases first: an entry staged before them may tell of a use that never was. An id made
    beforehand lets rows name the entry that justifies them. Raises Unrecordable when the database
    does not take it.
    """
    entry = entry_id or new_id()
    untold = untold_rows(work, trace.rows)
    room = max(0, SHEET - len(trace.rows))
    told = replace(trace, rows=(*trace.rows, *untold[:room])) if untold else trace
    alarms = _alarms(work, trace.staff, trace.unit, trace.client)
    _stage(work, [(entry, told), *_sheets(untold[room:], entry), *alarms])
    return entry


def tell_rows(work: Work) -> None:
    """Stage an entry for rows that were written behind the last trace of a transaction.

    Raises Unrecordable when the database does not take it.
    """
    _stage(work, [*_sheets(untold_rows(work), None), *_alarms(work)])


def record_alarms(
    work: Work, staff: UUID | None = None, unit: UUID | None = None, client: UUID | None = None
) -> None:
    """Stage one entry for each alarm of this unit of work, with whoever's act came upon it.

    Raises Unrecordable when the database does not take them.
    """
    _stage(work, _alarms(work, staff, unit, client))


def untold_rows(work: Work, told: Iterable[RowDigest] = ()) -> list[RowDigest]:
    """Return the digests of rows that were written since the last trace, and are not among these.

    Each is named once; a row that is no more has an empty digest.
    """
    known = {(row.table, row.id): row.digest for row in told}
    found = [
        RowDigest(*name, b"" if row is None else digest_of(row).digest)
        for name, row in work.touched.take(work.session)
    ]
    return [row for row in found if known.get((row.table, row.id)) != row.digest]


def digest_of(row: Base | SealedRow) -> RowDigest:
    """Return the digest of all columns of a row but its counters and its seal.

    Counters move with every use, and the use numbers in the log guard them.
    """
    values = covered_values(row) if isinstance(row, SealedRow) else all_values(row)
    table = table_name(row)
    return RowDigest(table, cast("UUID", values["id"]), row_digest(table, values))


def _sheets(rows: Sequence[RowDigest], entry: UUID | None) -> Iterator[Named]:
    """Yield what fits into no entry of an act on sheets of their own."""
    for start in range(0, len(rows), SHEET):
        details = {} if entry is None else {"entry": str(entry)}
        told = tuple(rows[start : start + SHEET])
        yield new_id(), Trace(act=Act.ROWS_TELL, rows=told, details=details)


def _alarms(
    work: Work, staff: UUID | None = None, unit: UUID | None = None, client: UUID | None = None
) -> list[Named]:
    """Return what is told of the alarms, which are over with that."""
    alarms = list(dict.fromkeys(work.alarms))
    work.alarms.clear()
    return [
        (
            new_id(),
            Trace(
                act=alarm.act,
                staff=staff,
                unit=unit,
                client=client,
                details={"table": alarm.table, "row": str(alarm.row)},
            ),
        )
        for alarm in alarms
    ]


def _stage(work: Work, entries: Iterable[Named]) -> None:
    """Write all of them in one statement: how long it takes shall not tell of an alarm."""
    rows = [_row(work, *entry) for entry in entries]
    try:
        work.session.flush()
        if rows:
            work.session.execute(_STAGE, rows)
    except SQLAlchemyError as error:
        raise Unrecordable("the database did not take the trace") from error


def _row(work: Work, entry_id: UUID, trace: Trace) -> dict[str, Value]:
    at = work.clock.now()
    leaf = payload(entry_id, at, work.request_id, trace)
    if len(leaf) > MAX_LEAF:
        raise Unrecordable(f"an entry of {len(leaf)} bytes is too long for the log")
    values: dict[str, Value] = {"id": entry_id, "at": at, "payload": leaf}
    return values | {"row_seal": work.sealer.seal(StagedEntry.__tablename__, values)}
