"""Seal, check and change the rows that decide.

The seal is also the lock: a change or a use names the seal it has seen, so whoever was slower
finds no row. No isolation level is needed for that, and no engine's own lock.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, Table, Update, bindparam, select, update
from sqlalchemy.orm.attributes import set_committed_value

from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import CountedRow, SealedRow
from caseflow.database.row_values import (
    column_names,
    covered_values,
    mapper_of,
    plain,
    row_id,
    table_name,
    told,
)
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vocabulary.errors import Stale

R = TypeVar("R", bound=SealedRow)

_SEEN = "seen_"  # before the names of the values that a row is found by: no column begins so
_TIMES = "times_used"


def intact(work: Work, rows: Iterable[R]) -> list[R]:
    """Return the rows whose seal holds; each other one becomes an alarm of this unit of work."""
    sound = []
    for row in rows:
        if holds(work.sealer, row):
            sound.append(row)
        else:
            work.alarms.append(Alarm.of_seal(table_name(row), row_id(row)))
    return sound


def holds(sealer: RowSealer, row: SealedRow) -> bool:
    """Say whether a row is as it was sealed; a value that cannot be read or encoded never is."""
    try:
        return sealer.intact(table_name(row), covered_values(row), row.row_seal)
    except (TypeError, ValueError):
        return False


def change(work: Work, row: SealedRow, **values: object) -> None:
    """Change a sealed row that nobody has changed since it was loaded.

    Raises Stale when somebody has.
    """
    unknown = values.keys() - set(column_names(type(row)))
    if unknown:
        raise TypeError(f"{table_name(row)} has no column {', '.join(sorted(unknown))}")
    changed = covered_values(row) | {name: plain(value) for name, value in values.items()}
    changed = told(row, changed)
    seal = work.sealer.seal(table_name(row), changed)
    statement = (
        update(type(row))
        .where(*_same(row))
        .values(**values, row_seal=seal)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", work.session.execute(statement)).rowcount != 1:
        raise Stale(table_name(row))
    for name, value in (values | {"row_seal": seal}).items():
        set_committed_value(row, name, value)
    work.touched.wrote(row)


def use(work: Work, row: CountedRow, times: int = 1) -> int | None:
    """Count uses of a basis; return the last one's number, None when the row is not as it was seen.

    The numbers of several follow each other.
    """
    if work.session.autoflush:
        work.session.flush()  # a statement about bare columns does not do it by itself
    table = cast("Table", mapper_of(row).local_table)
    seen = {f"{_SEEN}{column.key}": getattr(row, column.key) for column in table.primary_key}
    seen |= {f"{_SEEN}row_seal": row.row_seal, _TIMES: times}
    found: int | None = work.session.execute(_counting(table), seen).scalar_one_or_none()
    return found


@cache
def _counting(table: Table) -> Update:
    """Return the update that counts the uses of a row in this table; built once for speed."""
    columns = table.c
    same = (*table.primary_key, columns.row_seal)
    return (
        update(table)
        .where(*(column == bindparam(f"{_SEEN}{column.key}") for column in same))
        .values(uses=columns.uses + bindparam(_TIMES))
        .returning(columns.uses)
    )


def uses_of(work: Work, row: CountedRow) -> int:
    """Return how often a basis has been used; after a change of its row the number is the last.

    The counter is outside the seal, so a loaded value may be older than the row.
    """
    return work.session.scalars(select(type(row).uses).where(*_key(row))).one()


def _same(row: SealedRow) -> list[Any]:
    """Return the conditions under which the row in the database is the one that was loaded."""
    return [*_key(row), type(row).row_seal == row.row_seal]


def _key(row: SealedRow) -> list[Any]:
    """Return the conditions under which a row has the key of this one."""
    columns = mapper_of(row).primary_key
    return [column == getattr(row, str(column.key)) for column in columns]
