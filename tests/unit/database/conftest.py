from collections.abc import Iterator

import pytest

from tests.factories.house import House, born


@pytest.fixture
def house(engine: str) -> Iterator[House]:
    made = born(engine)
    yield made
    made.close()
