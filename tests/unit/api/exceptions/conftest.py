"""A client of counselling, and the programs of three units."""

from uuid import UUID

import pytest
from flask import Flask

from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.programs import Program


@pytest.fixture
def client(house: House) -> UUID:
    """Return the client."""
    return new_client(house, house.actor("berta", "beratung"), "Öztürk").id


@pytest.fixture
def berta(app: Flask) -> Program:
    """Return the program of the case worker of counselling."""
    return Program(app, "berta")


@pytest.fixture
def frieda(app: Flask) -> Program:
    """Return the program of the case worker of the shelter."""
    return Program(app, "frieda")


@pytest.fixture
def olga(app: Flask) -> Program:
    """Return the program of the officer."""
    return Program(app, "olga")
