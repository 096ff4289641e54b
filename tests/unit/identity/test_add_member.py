import pytest

from caseflow.identity.add_member import NewMember, add_member
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.membership_rows import memberships_of
from caseflow.keys.staff_keys import open_staff
from caseflow.keys.unit_keys import open_unit
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House


def test_a_new_member_opens_the_units_key(house: House) -> None:
    work = house.work_as("lea", "beratung")
    lea = house.staff["lea"]
    new = NewMember(house.staff["ida"], house.units["beratung"], Role.INTAKE, lea)
    row, granted = add_member(work, new, new_id())
    assert (row.role, row.admitted_by, row.since) == ("intake", lea, work.clock.now())
    assert granted.what == "unit"
    work.finish()
    assert open_staff(work, new.staff, PASSWORD) is not None
    assert open_unit(work, row)
    assert row.id in {each.id for each in memberships_of(work, new.staff)}


def test_without_the_units_key_nobody_is_admitted(house: House) -> None:
    work = house.work_as("lea", "beratung")
    new = NewMember(house.staff["ida"], house.units["frauenhaus"], Role.INTAKE)
    with pytest.raises(MissingKey):
        add_member(work, new, new_id())


def test_a_newcomer_without_a_pair_is_not_admitted(house: House) -> None:
    work = house.work_as("lea", "beratung")
    newcomer = add_staff(work, Account("nora@example.org", "Nora", "de"))
    new = NewMember(newcomer.id, house.units["beratung"], Role.INTAKE)
    with pytest.raises(MissingKey):
        add_member(work, new, new_id())
