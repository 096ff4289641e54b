"""A database that an installation can be founded in."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.factories.founding import empty_tables


@pytest.fixture
def tables(engine: str) -> Iterator[Engine]:
    """Yield a database with all tables and nothing in them, once for each engine."""
    made = empty_tables(engine)
    yield made
    made.dispose()
