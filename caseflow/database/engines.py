"""Connect to SQLite or PostgreSQL so that both keep the same promises."""

import sqlite3
from functools import partial
from time import monotonic, sleep
from typing import Any

from psycopg import DataError
from psycopg.pq import Format
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_SECONDS = 20
ASKED_AGAIN = 0.001  # seconds until the writer's lock is asked for again


def open_engine(url: str) -> Engine:
    """Return an engine for a database URL; SQLite is set up for safe concurrent writing."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address, pool_pre_ping=True, pool_size=16, max_overflow=16)
    event.listen(engine, "connect", _load_what_python_has_no_day_for)
    return engine


def sessions_of(engine: Engine) -> sessionmaker[Session]:
    """Return the maker of sessions; rows stay readable after the commit, nothing loads lazily."""
    return sessionmaker(engine, expire_on_commit=False, autoflush=True)


def _open_sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    # A text that is no UTF-8 is loaded all the same: no seal covers it, and its row can be named.
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",  # readers do not wait for the writer
        "synchronous=FULL",  # an acknowledged withdrawal outlives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # a deleted envelope leaves no bytes in a free page
        "busy_timeout=0",  # waiting is done at the beginning of a transaction, below
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _load_what_python_has_no_day_for(connection: Any, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    """Load an instant like `infinity` as its bytes, which no column holds, instead of failing."""
    for name in ("timestamptz", "date"):
        usual = connection.adapters.get_loader(connection.adapters.types[name].oid, Format.TEXT)
        connection.adapters.register_loader(name, _forgiving(usual))


def _forgiving(usual: Any) -> type:  # noqa: ANN401 - a loader of whichever build of psycopg
    class Forgiving:
        """Loads what the usual loader can load, and the bytes of anything else."""

        format = Format.TEXT

        def __init__(self, oid: int, connection: object = None) -> None:
            self._load = usual(oid, connection).load

        def load(self, data: bytes) -> object:
            """Return the value of a column."""
            try:
                return self._load(data)
            except DataError:
                return bytes(data)

    return Forgiving


def _begin_immediate(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    # A read that turns into a write would fail at once and ignore the time-out.
    driver = connection.connection.dbapi_connection
    until = monotonic() + BUSY_SECONDS
    # SQLite lets whoever asks first go on, and by itself asks again ever more seldom: beside two
    # readers without pause a withdrawal waited for more than ten seconds.
    while monotonic() < until:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                break
            sleep(ASKED_AGAIN)
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")
