"""Connect to SQLite or PostgreSQL so that both keep the same promises."""

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker

BUSY_SECONDS = 20


def open_engine(url: str) -> Engine:
    """Return an engine for a database URL; SQLite is set up for safe concurrent writing."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    return create_engine(address, pool_pre_ping=True, pool_size=16, max_overflow=16)


def sessions_of(engine: Engine) -> sessionmaker[Session]:
    """Return the maker of sessions; rows stay readable after the commit, nothing loads lazily."""
    return sessionmaker(engine, expire_on_commit=False, autoflush=True)


def _open_sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",  # readers do not wait for the writer
        "synchronous=FULL",  # an acknowledged withdrawal outlives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # a deleted envelope leaves no bytes in a free page
        f"busy_timeout={BUSY_SECONDS * 1000}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    # A read that turns into a write would fail at once and ignore the time-out.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
