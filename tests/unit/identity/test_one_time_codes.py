from uuid import UUID, uuid4

import pytest

from caseflow.database.tables.second_factors import OneTimeSecret
from caseflow.database.unit_of_work import Work
from caseflow.identity.one_time_codes import (
    NewSecret,
    confirm_secret,
    make_secret,
    spend_code,
    unconfirmed_secret,
)
from tests.factories.house import House
from tests.factories.second_factors import code_now
from tests.unit.identity.people import forge, outrun, wait

EMAIL = "berta@example.org"


def begun(house: House, work: Work) -> NewSecret:
    return make_secret(work, house.staff["berta"], EMAIL)


def confirmed(house: House, work: Work) -> NewSecret:
    made = begun(house, work)
    code = code_now(made.secret, work.clock)
    assert confirm_secret(work, house.staff["berta"], made.id, code) is not None
    return made


def test_an_authenticator_reads_whose_it_is(house: House) -> None:
    made = begun(house, house.work())
    assert made.address.startswith("otpauth://totp/Mustertr%C3%A4ger:berta%40example.org?secret=")
    assert made.secret in made.address
    assert made.secret not in repr(made)


def test_it_counts_once_a_first_code_has_confirmed_it(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    made = begun(house, work)
    assert not spend_code(work, berta, code_now(made.secret, work.clock))
    assert confirm_secret(work, berta, made.id, "000000") is None
    assert confirm_secret(work, berta, uuid4(), code_now(made.secret, work.clock)) is None
    again = unconfirmed_secret(work, berta, made.id, EMAIL)
    assert again == made
    assert confirm_secret(work, berta, made.id, code_now(made.secret, work.clock)) is not None
    assert unconfirmed_secret(work, berta, made.id, EMAIL) is None


def test_each_code_works_once_and_none_before_it_afterwards(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    made = confirmed(house, work)
    assert not spend_code(work, berta, code_now(made.secret, work.clock))
    assert not spend_code(work, berta, code_now(made.secret, work.clock, -1))
    later = code_now(made.secret, work.clock, 1)
    assert spend_code(work, berta, f"{later[:3]} {later[3:]}")
    assert not spend_code(work, berta, later)


def test_the_window_is_one_step(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    made = confirmed(house, work)
    wait(house, minutes=10)
    for steps, good in ((-2, False), (2, False), (-1, True), (0, True), (1, True)):
        assert spend_code(work, berta, code_now(made.secret, work.clock, steps)) is good


@pytest.mark.parametrize(
    "typed", ["", "12345", "abcdef", "\ud800", "\uff11\uff12\uff13\uff14\uff15\uff16"]
)
def test_whatever_is_typed_is_answered(house: House, typed: str) -> None:
    work = house.work()
    confirmed(house, work)
    assert not spend_code(work, house.staff["berta"], typed)


def test_a_code_is_nobody_elses(house: House) -> None:
    work = house.work()
    made = confirmed(house, work)
    assert not spend_code(work, house.staff["lea"], code_now(made.secret, work.clock, 1))


def test_of_two_at_once_one_wins(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    made = confirmed(house, work)
    work.finish()
    row = work.session.get_one(OneTimeSecret, made.id)
    outrun(work, row)
    assert not spend_code(work, berta, code_now(made.secret, work.clock, 1))


def test_new_codes_take_the_place_of_the_old_ones_once_confirmed(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    old = confirmed(house, work)
    begun(house, work)
    wait(house, minutes=1)
    assert spend_code(work, berta, code_now(old.secret, work.clock))
    new = confirmed(house, work)
    wait(house, minutes=1)
    assert not spend_code(work, berta, code_now(old.secret, work.clock))
    assert spend_code(work, berta, code_now(new.secret, work.clock))
    assert work.session.query(OneTimeSecret).count() == 1


def test_a_secret_that_was_moved_opens_nothing_and_raises_an_alarm(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, berta = house.work(), house.staff["berta"]
    made, other = confirmed(house, work), UUID(int=1)
    work.finish()
    monkeypatch.setattr("caseflow.crypto.row_seals.RowSealer.intact", lambda *_: True)
    forge(work, OneTimeSecret, made.id, id=other)
    assert not spend_code(work, berta, code_now(made.secret, work.clock, 1))
    assert [(each.table, each.row) for each in work.alarms] == [("one_time_secrets", other)]
