from collections.abc import Iterator

import pytest

from tests.factories.house import House, StoppedClock, born


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def house(engine: str, clock: StoppedClock) -> Iterator[House]:
    made = born(engine, clock)
    yield made
    made.close()
