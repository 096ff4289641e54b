"""A client who lets the police be told something."""

import pytest

from tests.factories.house import House
from tests.factories.telling import Ready


@pytest.fixture
def ready(house: House) -> Ready:
    """Return everything that it takes to tell a partner something."""
    return Ready(house)
