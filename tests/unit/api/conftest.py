"""An application over a born house, the programs of its staff, and a client of counselling."""

from uuid import UUID

import pytest

from tests.factories.application import app, house, visitor
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.programs import berta, frieda, ida, olga

__all__ = ["app", "berta", "frieda", "house", "ida", "olga", "visitor"]


@pytest.fixture
def client(house: House) -> UUID:
    """Return the client."""
    return new_client(house, house.actor("berta", "beratung"), "Öztürk").id
