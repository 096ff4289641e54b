"""Ways in which a database does not take the trace of an access."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from caseflow.database import engines

TRACE = "INSERT INTO staged_entries"
_FUNCTION = """
CREATE FUNCTION no_trace() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'no'; END $$
"""


@contextmanager
def disk_full(engine: Engine) -> Iterator[None]:
    """Let the trace find no room."""

    def refuse(*happened: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        if happened[2].startswith(TRACE):
            raise OperationalError(TRACE, {}, OSError("database or disk is full"))

    with _listening(engine, "before_cursor_execute", refuse):
        yield


@contextmanager
def connection_dropped(engine: Engine) -> Iterator[None]:
    """Let the connection break when the trace is to be written."""

    def drop(*happened: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        connection, statement = happened[0], happened[2]
        if statement.startswith(TRACE):
            connection.connection.dbapi_connection.close()

    with _listening(engine, "before_cursor_execute", drop):
        yield


@contextmanager
def commit_fails(engine: Engine) -> Iterator[None]:
    """Let everything be written and nothing be kept."""

    def fail(_connection: Connection) -> None:
        raise OperationalError("COMMIT", {}, OSError("input/output error"))

    with _listening(engine, "commit", fail):
        yield


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """Let the database take no change at all, as a full or broken disk is mounted again."""
    sqlite = engine.dialect.name == "sqlite"
    statement = "PRAGMA query_only=ON" if sqlite else "SET TRANSACTION READ ONLY"

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    with _listening(engine, "begin", begin):
        yield
    engine.dispose()


@contextmanager
def trace_refused(engine: Engine) -> Iterator[None]:
    """Let the database itself refuse the row."""
    sqlite = engine.dialect.name == "sqlite"
    refusal = "BEGIN SELECT RAISE(ABORT, 'no'); END" if sqlite else "EXECUTE FUNCTION no_trace()"
    with engine.begin() as connection:
        if not sqlite:
            connection.execute(text(_FUNCTION))
        each = "" if sqlite else "FOR EACH ROW "
        connection.exec_driver_sql(
            f"CREATE TRIGGER no_trace BEFORE INSERT ON staged_entries {each}{refusal}"
        )
    try:
        yield
    finally:
        with engine.begin() as connection:
            table = "" if sqlite else " ON staged_entries"
            connection.exec_driver_sql(f"DROP TRIGGER no_trace{table}")
            if not sqlite:
                connection.exec_driver_sql("DROP FUNCTION no_trace()")


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Let somebody else hold the lock that the trace needs, longer than anybody waits."""
    sqlite = engine.dialect.name == "sqlite"
    hold = "SELECT 1" if sqlite else "LOCK TABLE staged_entries IN EXCLUSIVE MODE"

    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = '10ms'")

    holder = engine.connect()
    holder.exec_driver_sql(hold)  # on SQLite every transaction is a writer's
    usual, engines.BUSY_SECONDS = engines.BUSY_SECONDS, 0
    try:
        with nullcontext() if sqlite else _listening(engine, "begin", hurry):
            yield
    finally:
        engines.BUSY_SECONDS = usual
        holder.close()


FAULTS: dict[str, Callable[[Engine], AbstractContextManager[None]]] = {
    "disk full": disk_full,
    "lock time-out": locked,
    "connection dropped": connection_dropped,
    "commit fails": commit_fails,
    "read only": read_only,
    "trace refused": trace_refused,
}


@contextmanager
def _listening(engine: Engine, name: str, handler: Callable[..., None]) -> Iterator[None]:
    event.listen(engine, name, handler)
    try:
        yield
    finally:
        event.remove(engine, name, handler)
