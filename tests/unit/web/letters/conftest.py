"""A client with a story, and somebody of her unit who may write to her."""

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.letters import lets_write
from tests.factories.storied_house import house, made, told

__all__ = ["berta", "house", "made", "told", "written_to"]


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor


@pytest.fixture
def written_to(house: House, made: Storied) -> str:
    """Return the address of her letters; she may be written to by post and e-mail."""
    lets_write(house, house.actor("berta", "beratung"), Known(made.id, ""))
    return f"/clients/{made.id}/letters"
