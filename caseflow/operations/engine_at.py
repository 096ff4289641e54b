"""Reach the database of an address for as long as a block runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from caseflow.database.engines import open_engine


@contextmanager
def engine_at(database_url: str) -> Iterator[Engine]:
    """Yield an engine, and give all its connections back afterwards."""
    engine = open_engine(database_url)
    try:
        yield engine
    finally:
        engine.dispose()
