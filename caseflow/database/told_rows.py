"""Note which rows a transaction has written or destroyed, so that its traces can name them.

The newest digest that the log tells of a row is how the row must stand; a row that was put back,
swapped or deleted behind our back then shows. So no row may change untold, whoever changes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session

from caseflow.database.base import Base, SealedRow
from caseflow.database.row_values import row_id, table_name
from caseflow.database.tables.records import DrawerContent

Name: TypeAlias = tuple[str, UUID]  # a table and the id of a row

# Rows that decide, and that the log tells of in another way, or not at all: envelopes as key
# events; what says who may come in just now, and lives as long as a session.
UNTOLD = frozenset(
    {
        "envelopes",
        "known_browsers",
        "staff_wrappings",
        "staged_entries",
        "trustee_envelopes",
        "unit_envelopes",
    }
)


@dataclass(slots=True)
class TouchedRows:
    """The rows that were written or destroyed since the last trace, the newest state of each."""

    _rows: dict[Name, Base | SealedRow | None] = field(default_factory=dict)  # None: destroyed
    _new: set[Name] = field(default_factory=set)
    _early: set[Name] = field(default_factory=set)  # told of before they were flushed

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self._rows)

    def wrote(self, row: Base | SealedRow, *, new: bool = False) -> None:
        """Note a row that was added or changed."""
        if is_told(type(row)):
            name = table_name(row), row_id(row)
            if new and name in self._early:
                self._early.discard(name)
                return
            self._rows[name] = row
            if new:
                self._new.add(name)

    def destroyed(self, table: str, row: UUID) -> None:
        """Note a row that is no more."""
        self._rows[table, row] = None

    def forget(self, table: str, row: UUID) -> None:
        """Leave a row to what else the log tells of it."""
        self._rows.pop((table, row), None)

    def clear(self) -> None:
        """Forget all: they were rolled back."""
        self._rows.clear()
        self._new.clear()
        self._early.clear()

    def take(self, session: Session) -> Iterator[tuple[Name, Base | SealedRow | None]]:
        """Yield the rows, also those not flushed yet, and forget them."""
        early = [row for row in session.new if is_told(type(row))]
        for row in early:
            self.wrote(row)
        rows, new = dict(self._rows), set(self._new)
        self.clear()
        self._early = {(table_name(row), row_id(row)) for row in early}
        for name, row in rows.items():
            # A savepoint that was given up takes its new rows out of the session.
            if row is None or name not in new or row in session:
                yield name, row


def is_told(table: type) -> bool:
    """Say whether the log tells how the rows of a table stand."""
    decides = issubclass(table, SealedRow | DrawerContent)
    return decides and cast("type[Base]", table).__tablename__ not in UNTOLD


def told_tables() -> list[type[Base]]:
    """Return all tables of which the log tells how their rows stand, by name."""
    mapped: Iterable[Mapper[Any]] = Base.registry.mappers
    tables = [each.class_ for each in mapped if is_told(each.class_)]
    return sorted(tables, key=lambda table: str(table.__tablename__))


def doomed(state: ORMExecuteState) -> list[Name]:
    """Return which told rows a statement is going to delete."""
    mapper = state.bind_mapper if state.is_delete else None
    if mapper is None or not is_told(mapper.class_):
        return []
    table = mapper.class_
    found = select(table.id).where(*cast("Any", state.statement)._where_criteria)  # noqa: SLF001 - the one way to ask for all
    return [(table.__tablename__, each) for each in state.session.scalars(found)]


def flushed(touched: TouchedRows, session: Session) -> None:
    """Note what a flush is going to write."""
    for row in session.new:
        touched.wrote(row, new=True)
    for row in session.dirty:
        if session.is_modified(row):
            touched.wrote(row)
    for row in session.deleted:
        if is_told(type(row)):
            touched.destroyed(table_name(row), inspect(row).identity[-1])
