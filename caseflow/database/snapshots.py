"""See the whole database as it stood at one instant, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

from caseflow.database.engines import BUSY_SECONDS, open_engine


@contextmanager
def snapshot(database_url: str) -> Iterator[Connection]:
    """Yield a connection that reads one instant and can write nothing; nobody waits for it.

    On SQLite the write-ahead log grows until it ends, for nothing of it can be taken over.
    """
    engine = _reading_engine(database_url)
    try:
        with engine.connect() as opened:
            connection = opened if engine.dialect.name == "sqlite" else _one_instant(opened)
            connection.execute(
                text("SELECT name FROM server_keys LIMIT 1")
            )  # the instant is this one
            yield connection
            connection.rollback()
    finally:
        engine.dispose()


def _one_instant(connection: Connection) -> Connection:
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _reading_engine(database_url: str) -> Engine:
    if make_url(database_url).get_backend_name() != "sqlite":
        return open_engine(database_url)
    arguments = {"timeout": BUSY_SECONDS, "isolation_level": None}
    engine = create_engine(database_url, connect_args=arguments)
    event.listen(engine, "connect", _only_read)
    # Not IMMEDIATE, as everywhere else: a reader of one instant holds up nobody.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _only_read(connection: Any, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    connection.execute("PRAGMA query_only=ON")
