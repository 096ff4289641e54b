"""A client whom counselling hands over to the shelter, and both case workers."""

from uuid import UUID

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, consented, new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House


@pytest.fixture
def known(house: House) -> Known:
    """Return the client."""
    return new_client(house, house.actor("berta", "beratung"), "Öztürk")


@pytest.fixture
def consent(house: House, known: Known) -> UUID:
    """Return the consent by which the shelter may know who she is."""
    actor, unit = house.actor("berta", "beratung"), house.units["frauenhaus"]
    return consented(house, actor, known, [unit], ["identity", "family"]).id


@pytest.fixture
def berta(app: Flask) -> Visitor:
    """Return the case worker of counselling, logged in."""
    return visiting(app, "berta")


@pytest.fixture
def frieda(app: Flask) -> Visitor:
    """Return the case worker of the shelter, logged in."""
    return visiting(app, "frieda")


@pytest.fixture
def slip(house: House) -> dict[str, str]:
    """Return a slip to the shelter without a consent."""
    return {
        "to_unit": str(house.units["frauenhaus"]),
        "consent": "",
        "urgency": "today",
        "languages": "Türkisch, Deutsch",
        "children": "2",
    }
