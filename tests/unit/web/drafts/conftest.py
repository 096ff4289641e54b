"""A client with a story, and somebody of the unit that writes it."""

import pytest

from tests.factories.application import Visitor, app, visitor
from tests.factories.storied_house import house, made, told

__all__ = ["app", "berta", "house", "made", "told", "visitor"]


@pytest.fixture
def berta(visitor: Visitor) -> Visitor:
    """Return the case worker of counselling, logged in."""
    visitor.log_in("berta")
    return visitor
