"""A client with a story, and somebody of her unit who is logged in."""

import pytest

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied, storied


@pytest.fixture
def made(house: House) -> Storied:
    """Return the client; counselling wrote her story, the shelter reads it."""
    return storied(house)


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor
