from dataclasses import FrozenInstanceError, fields

import pytest

from caseflow.consents import known_partners
from caseflow.vocabulary.partners import Partner
from tests.factories.house import House
from tests.factories.partners import partner


def test_a_partner_is_handed_on_frozen_and_says_nothing_of_clients(house: House) -> None:
    partner(house)
    [found] = known_partners(house.work())
    with pytest.raises(FrozenInstanceError):
        found.name = "x"  # type: ignore[misc] # that is what is tried
    assert not {each.name for each in fields(Partner)} & {"client", "clients", "consent"}
