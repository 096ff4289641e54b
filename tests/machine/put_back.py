"""Databases on PostgreSQL that are put back as they were: ten times as fast as making new ones."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import psycopg
from psycopg import Connection, sql

_SHAPE = """
    SELECT (SELECT count(*) FROM pg_class WHERE relpersistence = 'p'),
           (SELECT count(*) FROM pg_attribute), (SELECT count(*) FROM pg_constraint),
           (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_proc)
"""
# Whoever is in the midst of something goes, and everybody who is not to be kept.
_OTHERS = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND NOT (pid = ANY(%s) AND state = 'idle')
"""
_FILLED = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0
"""

Marks = Mapping[str, object]  # of the rows of each table: another one once they were written


class Server(Protocol):
    """Who makes databases."""

    def new_database(self, template: str | None = None) -> str:
        """Return the URL of a new one, a clone of the template."""

    def drop(self, url: str) -> None:
        """Remove one."""


@dataclass
class _Clone:
    """One clone of the template, and what it takes to put it back."""

    url: str
    connection: Connection
    shape: object
    rows: dict[str, bytes]  # by table, as PostgreSQL itself writes them
    marks: dict[str, object]


@dataclass
class PutBack:
    """Clones of one template; whoever borrows one has it alone until it is given back."""

    server: Server
    template: str
    _free: list[_Clone] = field(default_factory=list)
    _lent: dict[str, _Clone] = field(default_factory=dict)

    def lend(self) -> str:
        """Return the URL of a clone that is as its template."""
        clone = self._free.pop() if self._free else _read(self.server.new_database(self.template))
        self._lent[clone.url] = clone
        return clone.url

    def take_back(self, url: str, kept: Collection[int] = ()) -> None:
        """End whoever is still connected and put every row back, or give the database up.

        Of the processes of the server those are kept that are named and have nothing to do.
        """
        clone = self._lent.pop(url)
        if _as_before(clone, kept):
            self._free.append(clone)
        else:
            clone.connection.close()
            self.server.drop(url)

    def close(self) -> None:
        """Give every connection back; nothing is lent afterwards."""
        for clone in (*self._free, *self._lent.values()):
            clone.connection.close()


def _read(url: str) -> _Clone:
    connection = psycopg.connect(
        url.replace("postgresql+psycopg:", "postgresql:", 1), autocommit=True
    )
    connection.execute("SET session_replication_role = 'replica'")  # no key holds anything up
    rows = {name: told for name in _filled(connection) if (told := _rows(connection, name))}
    return _Clone(url, connection, _shape(connection), rows, dict(_marks(connection, rows)))


def _as_before(clone: _Clone, kept: Collection[int]) -> bool:
    """Put the rows back; False where a test has changed more than rows."""
    connection = clone.connection
    connection.execute(_OTHERS, [list(kept)])
    if _shape(connection) != clone.shape:
        return False
    marks = _marks(connection, clone.rows)
    written = {name for name in clone.rows if marks[name] != clone.marks[name]}
    changed = [*written, *(_filled(connection) - clone.rows.keys())]
    if not changed:
        return True
    tables = [sql.Identifier(name) for name in changed]
    connection.execute(sql.Composed([sql.SQL("DELETE FROM {};").format(name) for name in tables]))
    # Else rows would come to lie in the room that others left, out of the order of writing.
    connection.execute(sql.SQL("VACUUM {}").format(sql.SQL(", ").join(tables)))
    with connection.transaction():
        for name in written:
            into = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(name))
            with connection.cursor().copy(into) as copy:
                copy.write(clone.rows[name])
    clone.marks.update(_marks(connection, written))
    return True


def _filled(connection: Connection) -> set[str]:
    """Return the tables that have rows, or had some that nobody has cleared away."""
    return {str(name) for (name,) in connection.execute(_FILLED)}


def _marks(connection: Connection, tables: Collection[str]) -> Marks:
    """Return the number of rows and the last writer of each table."""
    if not tables:
        return {}
    each = [
        sql.SQL("SELECT {}, count(*), max(xmin::text::bigint) FROM {}").format(
            sql.Literal(name), sql.Identifier(name)
        )
        for name in tables
    ]
    found = connection.execute(sql.SQL(" UNION ALL ").join(each))
    return {str(name): tuple(mark) for name, *mark in found}


def _rows(connection: Connection, name: str) -> bytes:
    out = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(name))
    with connection.cursor().copy(out) as copy:
        return b"".join(bytes(piece) for piece in copy)


def _shape(connection: Connection) -> object:
    return connection.execute(_SHAPE).fetchone()
