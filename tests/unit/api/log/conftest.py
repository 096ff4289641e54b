"""A client whose file was read, the officer's program and that of somebody else."""

from uuid import UUID

import pytest
from flask import Flask

from tests.factories.clients import Known, fact, new_client, write
from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.vault.reading import read


@pytest.fixture
def known(house: House) -> Known:
    """Return the client."""
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta, "Öztürk")
    write(house, berta, made, fact("children", '{"type":"text","value":"zwei"}', "family"))
    read(house, berta, made)
    return made


@pytest.fixture
def client(known: Known) -> UUID:
    """Return the client's id."""
    return known.id


@pytest.fixture
def others(app: Flask) -> list[Program]:
    """Return the programs of a case worker and of a lead."""
    return [Program(app, "berta"), Program(app, "lea", "beratung")]
