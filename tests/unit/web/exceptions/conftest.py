"""A client whom counselling and the shelter know, and whoever sits at a browser."""

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.desk_forms import visiting
from tests.factories.house import House


@pytest.fixture
def known(house: House) -> Known:
    """Return her; counselling has written what the shelter does not see."""
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta)
    write(house, berta, made, entry("Er hat das Kind geschlagen."))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made


@pytest.fixture
def frieda(app: Flask) -> Visitor:
    """Return the caseworker of the shelter, which asks."""
    return visiting(app, "frieda")


@pytest.fixture
def olga(app: Flask) -> Visitor:
    """Return the officer."""
    return visiting(app, "olga")
