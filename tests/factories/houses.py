"""The house that most tests live in: born once for each engine, copied for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest

from tests.factories.copied_house import copied, template, to_copy
from tests.factories.house import House, StoppedClock
from tests.machine.postgres import ENGINES

Test = TypeVar("Test", bound=Callable[..., None])


def on_postgresql(test: Test) -> Test:
    """Run what comes in between two steps of another on PostgreSQL alone."""
    why = "SQLite lets one write at a time: nobody can come in between"
    there = pytest.mark.parametrize("first_house", ["postgresql"], indirect=True)
    return cast("Test", pytest.mark.one_engine(why)(there(test)))


def on_sqlite(test: Test) -> Test:
    """Run on SQLite alone what writes into a column against its type."""
    why = "PostgreSQL itself holds to the types of the columns"
    there = pytest.mark.parametrize("first_house", ["sqlite"], indirect=True)
    return cast("Test", pytest.mark.one_engine(why)(there(test)))


@pytest.fixture(scope="session", params=ENGINES)
def first_house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Yield a house that is copied for each test, once for each engine."""
    with template(request, tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture(scope="session")
def first_house_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Return a house that is copied for each test of what does not depend on the engine."""
    return to_copy(f"sqlite:///{tmp_path_factory.mktemp('house') / 'caseflow.db'}")


@pytest.fixture
def house(first_house: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """Yield a born installation of this test's own."""
    with copied(first_house, request, tmp_path) as made:
        yield made


@pytest.fixture
def clock(house: House) -> StoppedClock:
    """Return the clock of the house."""
    return cast("StoppedClock", house.around.clock)
