"""A born house for every test of identity."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.copied_house import copied, template
from tests.factories.house import House
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
