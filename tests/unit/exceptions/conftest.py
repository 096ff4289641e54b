"""A client of counselling with whom the shelter works too."""

import pytest

from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.house import House


@pytest.fixture
def shared(house: House) -> Known:
    """Return her; counselling has written what the shelter does not see."""
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta)
    write(house, berta, made, entry("Gewalt"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made
