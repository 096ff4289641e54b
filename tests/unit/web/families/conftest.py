"""A house with a mother, a child and a blocked father, and people who are logged in."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from caseflow.vocabulary.states import Kin
from tests.factories.application import Visitor
from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import visiting
from tests.factories.guardians import linked, written_down
from tests.factories.house import House
from tests.factories.read_page import read_page


@dataclass(frozen=True)
class Kept:
    """A mother with a child, and the father who may never declare."""

    mother: Known
    child: Known
    father: UUID
    link: UUID


@pytest.fixture
def kept(house: House) -> Kept:
    """Return them, in counselling."""
    berta = house.actor("berta", "beratung")
    mother, child = new_client(house, berta, "Amal"), new_client(house, berta, "Sami")
    link = linked(house, berta, mother, child)
    linked(house, berta, child, mother, Kin.MOTHER)
    return Kept(mother, child, written_down(house, berta, child), link)


def soup(visitor: Visitor, address: str) -> BeautifulSoup:
    """Return a page to look into."""
    return read_page(visitor.look(address).text)


@pytest.fixture
def berta(app: Flask) -> Visitor:
    """Return the case worker of counselling, logged in."""
    return visiting(app, "berta")
