"""A born house for every test of the key store."""

from collections.abc import Iterator

import pytest

from tests.factories.house import House, born


@pytest.fixture
def house(engine: str) -> Iterator[House]:
    """Yield a born installation, once for each engine."""
    made = born(engine)
    yield made
    made.close()
