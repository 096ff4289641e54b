"""A client with a story, and somebody of her unit."""

import pytest

from tests.factories.application import Visitor
from tests.factories.storied_house import house, made, told

__all__ = ["berta", "house", "made", "told"]


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor
