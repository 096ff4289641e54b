"""A client of counselling, and the case worker who sits beside her."""

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House


@pytest.fixture
def known(house: House) -> Known:
    """Return the client; counselling has a case of hers."""
    return new_client(house, house.actor("berta", "beratung"))


@pytest.fixture
def berta(app: Flask) -> Visitor:
    """Return the case worker of counselling, logged in."""
    return visiting(app, "berta")
