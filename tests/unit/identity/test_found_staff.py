from sqlalchemy import select

from caseflow.database.tables.accounts import Staff
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff, found_staff
from caseflow.identity.staff_rows import staff_by_email
from caseflow.keys.keyring import ring
from caseflow.vocabulary.answers import Invalid
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import logged_in


def test_the_founder_has_an_account_and_a_key_at_once(house: House) -> None:
    work = house.work()
    found = found_staff(work, Account(" Frida@Example.org", " Frida ", "en"), PASSWORD)
    assert not isinstance(found, Invalid)
    staff, born = found
    assert (staff.email, staff.name, staff.language) == ("frida@example.org", "Frida", "en")
    assert (born.what, born.id) == ("staff", staff.id)
    assert ring(work).staff is not None
    work.finish()
    assert logged_in(house, "frida").staff == staff.id


def test_every_problem_of_account_and_password_is_named_and_nothing_written(house: House) -> None:
    work = house.work()
    before = len(work.session.scalars(select(Staff)).all())
    answer = found_staff(work, Account("berta@example.org", "", "de"), "short")
    assert isinstance(answer, Invalid)
    assert {problem.field for problem in answer.problems} == {"email", "name", "password"}
    assert len(work.session.scalars(select(Staff)).all()) == before


def test_an_account_begins_enabled_and_sealed(house: House) -> None:
    work = house.work()
    row = add_staff(work, Account("neu@example.org", "Neu", "de", administrator=True))
    assert row.administrator
    assert row.disabled_at is None
    assert staff_by_email(work, "neu@example.org") is row
    assert work.alarms == []
