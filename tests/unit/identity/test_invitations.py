from datetime import timedelta

from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Invitation
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.invitations import (
    Invited,
    cancel_invitations,
    make_invitation,
    open_invitation,
)
from caseflow.identity.staff_rows import staff_by_id
from tests.factories.house import House
from tests.unit.identity.people import forge, wait


def invited(house: House, work: Work) -> Invited:
    staff = add_staff(work, Account("neu@example.org", "Nora", "en"))
    return make_invitation(work, staff.id, house.staff["lea"])[1]


def test_an_invitation_is_its_persons(house: House) -> None:
    work = house.work()
    made = invited(house, work)
    found = open_invitation(work, made.token)
    assert found is not None
    row, staff = found
    assert (row.staff_id, staff.id, staff.name) == (made.staff, made.staff, "Nora")
    assert made.token not in repr(made)


def test_an_unknown_token_invites_nobody(house: House) -> None:
    work = house.work()
    invited(house, work)
    assert open_invitation(work, "x" * 43) is None
    assert open_invitation(work, "\ud800") is None


def test_an_invitation_expires_after_its_week(house: House) -> None:
    work = house.work()
    made = invited(house, work)
    wait(house, days=7, microseconds=-1)
    assert open_invitation(work, made.token) is not None
    wait(house, microseconds=1)
    assert open_invitation(work, made.token) is None


def test_a_new_invitation_takes_the_place_of_the_old_one(house: House) -> None:
    work = house.work()
    old = invited(house, work)
    work.session.flush()
    new = make_invitation(work, old.staff, house.staff["lea"])[1]
    assert open_invitation(work, old.token) is None
    assert open_invitation(work, new.token) is not None
    wait(house, minutes=1)
    cancel_invitations(work, old.staff)
    assert open_invitation(work, new.token) is None


def test_a_used_invitation_is_used_up(house: House) -> None:
    work = house.work()
    made = invited(house, work)
    found = open_invitation(work, made.token)
    assert found is not None
    change(work, found[0], used_at=work.clock.now())
    assert open_invitation(work, made.token) is None


def test_a_disabled_person_is_not_invited_any_more(house: House) -> None:
    work = house.work()
    made = invited(house, work)
    staff = staff_by_id(work, made.staff)
    assert staff is not None
    change(work, staff, disabled_at=work.clock.now())
    assert open_invitation(work, made.token) is None


def test_an_invitation_bent_to_another_person_is_an_alarm(house: House) -> None:
    work = house.work()
    made = invited(house, work)
    found = open_invitation(work, made.token)
    assert found is not None
    row = found[0].id
    work.finish()
    forge(work, Invitation, row, staff_id=house.staff["lea"])
    assert open_invitation(work, made.token) is None
    assert [alarm.row for alarm in work.alarms] == [row]
    later = work.clock.now() + timedelta(days=900)
    forge(work, Invitation, row, staff_id=made.staff, expires_at=later)
    assert open_invitation(work, made.token) is None
