from caseflow.consents.sharing_units import sharing_units
from tests.factories.house import House


def test_oversight_has_no_drawers_and_shares_nothing(house: House) -> None:
    units = set(house.units.values()) - {house.units["datenschutz"]}
    assert sharing_units(house.work()) == units
