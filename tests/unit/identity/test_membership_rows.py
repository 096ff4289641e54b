from caseflow.database.sealed_rows import change
from caseflow.database.tables.units import Membership
from caseflow.identity.membership_rows import (
    all_memberships,
    members_of,
    membership_by_id,
    memberships_of,
)
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import forge


def test_active_memberships_are_found_by_person_by_unit_and_by_id(house: House) -> None:
    work = house.work()
    lea = {house.memberships["lea", slug].id for slug in ("beratung", "frauenhaus")}
    assert {row.id for row in memberships_of(work, house.staff["lea"])} == lea
    members = {row.staff_id for row in members_of(work, house.units["beratung"])}
    assert members == {house.staff["berta"], house.staff["lea"]}
    one = house.memberships["berta", "beratung"].id
    found = membership_by_id(work, one)
    assert found is not None
    assert found.id == one
    assert len(all_memberships(work)) == len(house.memberships)


def test_an_ended_or_unknown_membership_is_none(house: House) -> None:
    work = house.work()
    row = membership_by_id(work, house.memberships["berta", "beratung"].id)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    assert membership_by_id(work, row.id) is None
    assert memberships_of(work, house.staff["berta"]) == []
    assert membership_by_id(work, new_id()) is None


def test_a_forged_membership_opens_nothing_and_is_an_alarm(house: House) -> None:
    forged = house.memberships["berta", "beratung"].id
    forge(house.work(), Membership, forged, role="lead")
    work = house.work()
    assert membership_by_id(work, forged) is None
    assert [alarm.row for alarm in work.alarms] == [forged]
