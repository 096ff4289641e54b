"""A client of counselling who lets the police be told something, over the programs' interface."""

import pytest

from tests.factories.house import House
from tests.factories.telling import Ready


@pytest.fixture
def ready(house: House) -> Ready:
    """Return everything that it takes to tell a partner something."""
    return Ready(house)


@pytest.fixture
def address(ready: Ready) -> str:
    """Return where something is told of her."""
    return f"/clients/{ready.known.id}/disclosures"
