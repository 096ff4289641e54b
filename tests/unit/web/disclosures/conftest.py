"""A client who lets the police be told of violence, and whoever sits at a browser."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, entry, new_client, write
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.partners import agreed_outside, partner


@dataclass(frozen=True)
class Telling:
    """Whom it is about, and what may be told to whom."""

    known: Known
    police: UUID
    consent: UUID
    entry: UUID

    @property
    def address(self) -> str:
        """Return where her disclosures are listed."""
        return f"/clients/{self.known.id}/disclosures"


@pytest.fixture
def telling(house: House) -> Telling:
    """Return her, with an entry that the consent covers and one that it does not."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Samira")
    covered, _ = write(house, berta, known, entry("Er hat gedroht."), entry("Arzt", "health"))
    police = partner(house)
    consent = agreed_outside(house, berta, known, police, "violence", "identity")
    return Telling(known, police, consent, covered)


@pytest.fixture
def berta(app: Flask) -> Visitor:
    """Return the caseworker of counselling."""
    return visiting(app, "berta")


@pytest.fixture
def lea(app: Flask, house: House) -> Visitor:
    """Return the lead of counselling."""
    return visiting(app, "lea", house, "beratung")
