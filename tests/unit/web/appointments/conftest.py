"""A client with a story, somebody of her unit, and one appointment of theirs."""

from uuid import UUID

import pytest

from tests.factories.application import Visitor
from tests.factories.appointments import booked
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.storied_house import house, made, told

__all__ = ["appointment", "berta", "house", "made", "told"]


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor


@pytest.fixture
def appointment(house: House, made: Storied) -> UUID:
    """Return what counselling has agreed with her, about her health."""
    return booked(house, house.actor("berta", "beratung"), Known(made.id, made.code), "health")
