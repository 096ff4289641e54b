"""A client, somebody who has read of her, and the data-protection officer."""

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.desk_forms import visiting
from tests.factories.house import House


@pytest.fixture
def known(house: House, app: Flask) -> Known:
    """Return a client whose story Berta has read; the shelter has a case of hers too."""
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta)
    write(house, berta, made, entry("Es war Abend.", "violence"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    visiting(app, "berta").look(f"/clients/{made.id}/story")
    return made


@pytest.fixture
def olga(app: Flask) -> Visitor:
    """Return the officer, logged in."""
    return visiting(app, "olga")
