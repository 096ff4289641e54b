"""An empty log for every test, once on each database."""

from collections.abc import Iterator

import pytest

from tests.factories.log import Log, empty_log


@pytest.fixture
def log(engine: str) -> Iterator[Log]:
    made = empty_log(engine)
    yield made
    made.close()
