"""Read the log ahead of whoever verifies it, in a thread of its own.

What the database does then takes none of the verifier's time, where there is a second core. Each
stretch is one step of the driver: between two steps the other thread takes its turn, and that is
long.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, cast

from sqlalchemy import Dialect, Engine
from sqlalchemy.sql.compiler import SQLCompiler

from caseflow.audit.joined_leaves import STATEMENTS, Joined
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import TILE_WIDTH

CHUNK = 32 * TILE_WIDTH

Row: TypeAlias = tuple[Any, ...]


class Stretch(NamedTuple):
    """The leaves from a position up to another as they stand in the database, in parts."""

    start: int
    end: int
    parts: list[Joined]  # none where one is missing or strange


@contextmanager
def read_ahead(work: Work, size: int) -> Iterator[Iterator[Stretch]]:
    """Yield the leaves of a log of this size.

    Finish the unit of work before: over the other connection nothing unfinished is seen. On SQLite
    no writer waits for that one.
    """
    if size <= CHUNK:  # there is nothing to read ahead
        here = work.session.connection()
        reader = LeafReader(here.dialect, here.connection.driver_connection)
        yield iter([reader.read(0, size)] if size else [])
        return
    engine = cast("Engine", work.session.get_bind())
    connection = engine.raw_connection()
    try:
        with ThreadPoolExecutor(1) as thread:
            reader = LeafReader(engine.dialect, connection.driver_connection)
            yield _stretches(reader, thread, size)
    finally:
        connection.close()


def _stretches(reader: "LeafReader", thread: Executor, size: int) -> Iterator[Stretch]:
    """Yield one stretch while the next is being read."""
    asked: list[Future[Stretch]] = []
    for start in range(0, size, CHUNK):
        asked.append(thread.submit(reader.read, start, min(start + CHUNK, size)))
        if start:
            yield asked.pop(0).result()
    yield asked[0].result()


class LeafReader:
    """Reads leaves over the connection of a driver, past all that ours does with a row."""

    def __init__(self, dialect: Dialect, driver: Any) -> None:  # noqa: ANN401 - of SQLite or psycopg
        compiled = _compiled(dialect)
        self._text = str(compiled)
        self._values = compiled.params
        self._order = compiled.positiontup or ()  # of values without names, as SQLite takes them
        self._driver = driver

    def read(self, start: int, end: int) -> Stretch:
        """Return the leaves from a position up to another."""
        values = self._values | {"start": start, "end": end}
        rows = self._from_sqlite(values) if self._order else self._from_postgres(values)
        parts = [Joined.of(row) for row in rows]
        strange = any(part.strange for part in parts)
        whole = sum(part.size for part in parts) == end - start
        return Stretch(start, end, parts if whole and not strange else [])

    def _from_sqlite(self, values: Mapping[str, Any]) -> list[Row]:
        forgiving = self._driver.text_factory
        # What loads any bytes as text is called for each value, and takes longer than the rest.
        self._driver.text_factory = str
        try:
            asked = [values[name] for name in self._order]
            return cast("list[Row]", self._driver.execute(self._text, asked).fetchall())
        except (sqlite3.DataError, sqlite3.OperationalError):  # more than fits; a text not in UTF-8
            return []
        finally:
            self._driver.text_factory = forgiving

    def _from_postgres(self, values: Mapping[str, Any]) -> list[Row]:
        with self._driver.cursor(binary=True) as cursor:  # bytes as texts take thrice as long
            return cast("list[Row]", cursor.execute(self._text, values).fetchall())


@lru_cache(maxsize=2)  # a small log is read in less time than this takes
def _compiled(dialect: Dialect) -> SQLCompiler:
    return STATEMENTS[dialect.name].compile(dialect=dialect)
