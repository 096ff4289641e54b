import pytest

from caseflow.database.tables.units import UnitRow
from caseflow.identity.units import list_units, unit_by_id, unit_by_slug
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit, UnitKind
from tests.factories.house import UNITS, House
from tests.unit.identity.people import forge


def test_units_are_listed_by_name(house: House) -> None:
    listed = list_units(house.work())
    assert [unit.slug for unit in listed] == sorted(UNITS)
    assert {unit.slug: unit.kind for unit in listed} == UNITS


def test_a_unit_is_found_by_its_id_and_by_its_slug(house: House) -> None:
    work = house.work()
    shelter = Unit(house.units["frauenhaus"], "frauenhaus", "Frauenhaus", UnitKind.SHELTER)
    assert unit_by_slug(work, "frauenhaus") == shelter
    assert unit_by_id(work, shelter.id) == shelter
    assert unit_by_id(work, new_id()) is None


@pytest.mark.parametrize("slug", ["", "nowhere", "\x00", "\ud800"])
def test_an_unknown_or_impossible_slug_names_no_unit(house: House, slug: str) -> None:
    assert unit_by_slug(house.work(), slug) is None


def test_a_forged_unit_is_none(house: House) -> None:
    forge(house.work(), UnitRow, house.units["wohnen"], kind=UnitKind.SHELTER)
    work = house.work()
    assert unit_by_slug(work, "wohnen") is None
    assert len(list_units(work)) == len(UNITS) - 1
