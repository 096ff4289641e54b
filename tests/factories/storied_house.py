"""A house with a client and her story in it, told once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.copied_house import copied
from tests.factories.house import House, born
from tests.factories.known_clients import Storied, storied


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, Storied]:
    """Return a house and the client in it, to be copied and left as they are."""
    house = born(f"sqlite:///{tmp_path_factory.mktemp('told') / 'caseflow.db'}")
    known = storied(house)
    house.close()
    return house, known


@pytest.fixture
def house(
    told: tuple[House, Storied], request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[House]:
    """Yield a house of this test's own; what depends on the engine is tested below the faces."""
    with copied(told[0], request, tmp_path) as made:
        yield made


@pytest.fixture
def made(told: tuple[House, Storied]) -> Storied:
    """Return the client; counselling wrote her story, the shelter reads it."""
    return told[1]
