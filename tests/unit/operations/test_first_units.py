import pytest

from caseflow.identity.found_unit import NewUnit
from caseflow.identity.membership_rows import members_of
from caseflow.keys.birth import make_installation_keys
from caseflow.keys.recovery import Sharing
from caseflow.operations.first_units import add_first_units, check_first_units
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import House, StoppedClock, add_staff, unborn

HOUSING = NewUnit("wohnen", "Wohnen", UnitKind.HOUSING)


@pytest.fixture
def house(engine: str) -> House:
    return unborn(engine, StoppedClock())


def test_oversight_comes_last_and_its_first_member_is_an_officer(house: House) -> None:
    work = house.work()
    make_installation_keys(work, "Musterträger", Sharing(2, 3))
    founder = add_staff(house, work, "frida", {})
    housing, oversight = add_first_units(work, [HOUSING], founder)
    assert housing.kind is UnitKind.HOUSING
    assert (oversight.kind, oversight.slug) == (UnitKind.OVERSIGHT, "datenschutz")
    for unit, role in ((housing, Role.LEAD), (oversight, Role.OFFICER)):
        (member,) = members_of(work, unit.id)
        assert (member.staff_id, member.role, member.admitted_by) == (founder, role, None)
    house.close()


@pytest.mark.parametrize(
    ("units", "codes"),
    [
        ([HOUSING], []),
        ([], ["missing"]),
        ([HOUSING, HOUSING], ["taken"]),
        ([NewUnit("datenschutz", "D", UnitKind.HOUSING)], ["taken"]),
        ([NewUnit("aufsicht", "A", UnitKind.OVERSIGHT)], ["only_one"]),
        ([NewUnit("Ä", "", UnitKind.HOUSING)], ["no_slug", "missing"]),
    ],
)
def test_what_cannot_be_is_named(house: House, units: list[NewUnit], codes: list[str]) -> None:
    work = house.work()
    assert [problem.code for problem in check_first_units(work, units)] == codes
    house.close()
