"""Somebody who can write to the database, and to nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    create_engine,
    event,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.types import TypeDecorator

from caseflow.database.column_types import Ids, Parts, Words
from tests.security.malformed import NO_UTF8


class Intruder:
    """Writes to a database past the program and past its foreign keys."""

    def __init__(self, url: str) -> None:
        self.engine = create_engine(url)
        if self.engine.dialect.name == "postgresql":
            event.listen(self.engine, "connect", _without_foreign_keys)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection; what is written on it is there at once for everybody."""
        with self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go."""
        self.engine.dispose()

    def add(self, table: Table, **values: object) -> None:
        """Add a row."""
        with self.writing() as connection:
            connection.execute(insert(table).values(**values))

    def row(self, table: Table, row: UUID) -> dict[str, Any]:
        """Return a row as it stands, to be put back later."""
        with self.writing() as connection:
            found = connection.execute(select(table).where(table.c.id == row))
            return dict(found.mappings().one())

    def put_back(self, table: Table, values: dict[str, Any]) -> None:
        """Let a row say again what it once said."""
        with self.writing() as connection:
            same = table.c.id == values["id"]
            assert connection.execute(update(table).where(same).values(**values)).rowcount == 1

    def seal_of(self, table: Table, *which: ColumnElement[bool]) -> bytes:
        """Return the seal of the first row that fits."""
        with self.writing() as connection:
            return bytes(connection.scalars(select(table.c.row_seal).where(*which)).first() or b"")

    def change(self, table: Table, seal: bytes, **values: object) -> None:
        """Change the row that carries this seal."""
        with self.writing() as connection:
            done = connection.execute(
                update(table).where(table.c.row_seal == seal).values(**values)
            )
            assert done.rowcount == 1

    def flip(self, table: Table, seal: bytes, column: str) -> None:
        """Let one column of a row say something else."""
        with self.writing() as connection:
            same = table.c.row_seal == seal
            before = connection.execute(select(table.c[column]).where(same)).scalar_one()
        self.change(table, seal, **{column: another(table.c[column], before)})

    def spoil(self, table: Table, seal: bytes, column: str, value: object) -> None:
        """Let one column of a row hold what is none of its type."""
        # On PostgreSQL the database itself holds to the types of the columns.
        kind = table.c[column].type.compile(self.engine.dialect)
        kind = "TEXT" if value == NO_UTF8 else kind
        said = ":value" if self.engine.dialect.name == "sqlite" and kind != "TEXT" else ""
        said = said or f"CAST(:value AS {kind})"
        change = f'UPDATE {table.name} SET "{column}" = {said} WHERE row_seal = :seal'  # noqa: S608 - our own names
        with self.writing() as connection:
            done = connection.execute(text(change), {"seal": seal, "value": value})
            assert done.rowcount == 1


def another(column: Column[Any], value: object) -> object:
    """Return a value for a column that says something else than this one."""
    if value is None:
        return _SAMPLES[type_of(column)]
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return value[1:] or (_ITEMS[type(column.type)],)
    return next(change(value) for type_, change in _CHANGES.items() if isinstance(value, type_))


def type_of(column: Column[Any]) -> type:
    """Return the Python type of a column."""
    decorated = column.type
    inner = decorated.impl if isinstance(decorated, TypeDecorator) else decorated
    return cast("type", inner.python_type)


_CHANGES: dict[type, Callable[[Any], object]] = {
    bytes: lambda value: value[:-1] + bytes([value[-1] ^ 1]) if value else b"\x01",
    str: lambda value: f"{value}x",
    int: lambda value: value + 1,
    datetime: lambda value: value + timedelta(hours=1),
    date: lambda value: value + timedelta(days=1),
    UUID: lambda _value: uuid4(),
}

_ITEMS: dict[type, object] = {
    Ids: UUID(int=7),
    Words: "goals",
    Parts: {"to_unit": str(UUID(int=7)), "category": "health"},
}

_SAMPLES: dict[type, object] = {
    bytes: b"\x01",
    str: "x",
    datetime: datetime(2026, 3, 1, tzinfo=UTC),
    date: date(2026, 3, 1),
    UUID: UUID(int=7),
}


def _without_foreign_keys(connection: Any, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    connection.execute("SET session_replication_role = 'replica'")
    connection.commit()
