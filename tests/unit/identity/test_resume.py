import pytest
from sqlalchemy import delete, select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff, StaffSession
from caseflow.database.tables.units import Membership, UnitEnvelope
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.resume import resume
from caseflow.identity.sessions import live_session
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import administrator, entries, forge, logged_in, the_entry, wait


def test_a_session_goes_on_with_the_keys_of_person_and_unit(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    member = house.memberships["berta", "beratung"]
    assert resume(work, begun.token) == Actor(
        begun.staff, begun.session, member.id, house.units["beratung"], Role.CASEWORKER
    )
    keyring = ring(work)
    assert keyring.staff is not None
    assert keyring.staff.staff == begun.staff
    assert keyring.unit is not None
    assert keyring.unit.unit == house.units["beratung"]
    assert entries(work, Act.LOGIN_FAIL) == []


def test_somebody_with_two_units_is_in_none_until_she_chooses(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    assert resume(work, begun.token) == Person(begun.staff, begun.session)
    assert ring(work).unit is None


def test_an_administrator_is_one(house: House) -> None:
    administrator(house)
    who = resume(house.work(), logged_in(house, "ada").token)
    assert isinstance(who, Person)
    assert who.administrator


def test_an_unknown_token_is_nobody(house: House) -> None:
    assert resume(house.work(), "x" * 43) is None


def test_requests_keep_a_session_alive(house: House) -> None:
    token = logged_in(house, "berta").token
    work = house.work()
    for _ in range(4):
        wait(house, minutes=14)
        assert resume(work, token) is not None
        work.finish()
    wait(house, minutes=15)
    assert resume(work, token) is None


def test_a_disabled_person_is_out_at_her_next_request(house: House) -> None:
    token = logged_in(house, "berta").token
    work = house.work()
    change(work, work.session.get_one(Staff, house.staff["berta"]), disabled_at=work.clock.now())
    work.finish()
    assert resume(work, token) is None
    assert live_session(work, token) is None


def test_a_removed_member_is_in_no_unit_at_her_next_request(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    row = membership_by_id(work, house.memberships["berta", "beratung"].id)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    work.finish()
    assert resume(work, begun.token) == Person(begun.staff, begun.session)
    assert ring(work).unit is None


@pytest.mark.parametrize("value", [b"", b"\x01" + bytes(200)])
def test_a_session_whose_key_was_changed_ends_with_one_alarm(house: House, value: bytes) -> None:
    begun = logged_in(house, "berta")
    forge(house.work(), StaffSession, begun.session, wrapped=value)
    work = house.work()
    for _ in range(2):
        assert resume(work, begun.token) is None
        work.finish()
    assert the_entry(work, Act.ALARM_KEY)["details"]["row"] == str(begun.session)


def test_a_session_that_lasts_longer_than_it_was_given_opens_nothing(house: House) -> None:
    begun = logged_in(house, "berta")
    wait(house, hours=1)
    now = house.around.clock.now()
    later = begun.ends_at.replace(year=2040)
    forge(house.work(), StaffSession, begun.session, ends_at=later, seen_at=now)
    assert resume(house.work(), begun.token) is None


def test_a_session_moved_to_somebody_elses_membership_acts_in_no_unit(house: House) -> None:
    begun = logged_in(house, "berta")
    stolen = house.memberships["frieda", "frauenhaus"].id
    forge(house.work(), StaffSession, begun.session, membership_id=stolen)
    work = house.work()
    assert resume(work, begun.token) == Person(begun.staff, begun.session)
    assert ring(work).unit is None


def test_a_session_moved_to_another_person_opens_nothing(house: House) -> None:
    begun = logged_in(house, "berta")
    forge(house.work(), StaffSession, begun.session, staff_id=house.staff["lea"])
    assert resume(house.work(), begun.token) is None


def test_a_membership_without_its_envelope_is_one_alarm_and_no_unit(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    member = house.memberships["berta", "beratung"].id
    work.session.execute(delete(UnitEnvelope).where(UnitEnvelope.membership_id == member))
    work.finish()
    for _ in range(2):
        assert resume(work, begun.token) == Person(begun.staff, begun.session)
        work.finish()
    assert len(entries(work, Act.ALARM_KEY)) == 1


def test_a_forged_role_is_an_alarm_and_no_unit(house: House) -> None:
    begun = logged_in(house, "berta")
    member = house.memberships["berta", "beratung"].id
    forge(house.work(), Membership, member, role="lead")
    work = house.work()
    assert resume(work, begun.token) == Person(begun.staff, begun.session)
    assert the_entry(work, Act.ALARM_SEAL)["details"]["row"] == str(member)


def test_a_unit_that_lost_a_member_gets_a_new_key_at_the_next_noted_request(house: House) -> None:
    begun = logged_in(house, "berta")
    wait(house, minutes=1)
    work = house.work()
    row = membership_by_id(work, house.memberships["lea", "beratung"].id)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    work.finish()
    who = resume(work, begun.token)
    assert isinstance(who, Actor)
    opened = ring(work).unit
    assert opened is not None
    assert opened.version == 2
    session = work.session.scalars(select(StaffSession)).one()
    assert session.seen_at == work.clock.now()
