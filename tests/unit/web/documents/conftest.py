"""A client with a story, somebody of her unit, and one document of hers."""

from uuid import UUID

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.documents import attached
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.storied_house import house, made, told

__all__ = ["berta", "document", "house", "made", "told"]


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor


@pytest.fixture
def document(house: House, made: Storied) -> UUID:
    """Return a text that counselling has attached."""
    return attached(house, house.actor("berta", "beratung"), Known(made.id, ""), b"Brief\n").id
