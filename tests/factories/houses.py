"""The house that most tests live in: born once for each engine, copied for each test."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from tests.factories.copied_house import copied, template
from tests.factories.house import House, StoppedClock
from tests.machine.postgres import ENGINES


@pytest.fixture(scope="session", params=ENGINES)
def first_house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Yield a house that is copied for each test, once for each engine."""
    with template(request, tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture
def house(first_house: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """Yield a born installation of this test's own."""
    with copied(first_house, request, tmp_path) as made:
        yield made


@pytest.fixture
def clock(house: House) -> StoppedClock:
    """Return the clock of the house."""
    return cast("StoppedClock", house.around.clock)
