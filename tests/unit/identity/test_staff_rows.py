import pytest

from caseflow.database.tables.accounts import Staff
from caseflow.identity.staff_rows import (
    email_known,
    enabled,
    fold_email,
    staff_by_email,
    staff_by_id,
)
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import address, forge


def test_an_address_has_one_spelling() -> None:
    assert fold_email("  Bu\u0308ro@Example.ORG ") == "b\u00fcro@example.org"


def test_a_person_is_found_by_any_spelling_of_her_address(house: House) -> None:
    found = staff_by_email(house.work(), " BERTA@example.org")
    assert found is not None
    assert found.id == house.staff["berta"]


@pytest.mark.parametrize("email", ["nobody@example.org", "", "\x00", "\ud800@example.org"])
def test_an_unknown_or_impossible_address_finds_nobody(house: House, email: str) -> None:
    assert staff_by_email(house.work(), email) is None


def test_a_row_that_was_changed_behind_the_program_is_nobody_and_an_alarm(house: House) -> None:
    forge(house.work(), Staff, house.staff["berta"], administrator=True)
    work = house.work()
    assert staff_by_id(work, house.staff["berta"]) is None
    assert staff_by_email(work, address("berta")) is None
    assert {alarm.row for alarm in work.alarms} == {house.staff["berta"]}
    assert email_known(work, address("Berta"))


def test_an_unknown_id_is_nobody(house: House) -> None:
    assert staff_by_id(house.work(), new_id()) is None


def test_unknown_and_disabled_are_one(house: House) -> None:
    work = house.work()
    berta = staff_by_id(work, house.staff["berta"])
    assert berta is not None
    assert enabled(berta) is berta
    disabled = Staff(
        email="x@example.org",
        name="X",
        language="de",
        created_at=work.clock.now(),
        disabled_at=work.clock.now(),
    )
    assert enabled(disabled) is None
    assert enabled(None) is None
    assert not email_known(work, "x@example.org")
