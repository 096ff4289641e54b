"""Reach the database of an address for as long as a block runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from caseflow.database.engines import open_engine
from caseflow.vocabulary.errors import OperatorError


@contextmanager
def engine_at(database_url: str) -> Iterator[Engine]:
    """Yield an engine, and give all its connections back afterwards.

    Raises OperatorError when the database breaks off: it went away, or its disk is full.
    """
    engine = open_engine(database_url)
    try:
        yield engine
    except SQLAlchemyError as error:
        raise OperatorError(
            "The database broke off ({error}); look whether it runs and whether its disk is full, "
            "then repeat the command.",
            error=type(error).__name__,
        ) from error
    finally:
        engine.dispose()
