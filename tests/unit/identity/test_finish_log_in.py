import json

import pytest

from caseflow.identity.check_factor import Proof
from caseflow.identity.disable import disable
from caseflow.identity.finish_log_in import ask_passkey, finish_log_in
from caseflow.identity.log_in import begin_log_in
from caseflow.identity.log_in_steps import Step
from caseflow.identity.sessions import LoggedIn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import PASSWORD, House
from tests.factories.second_factors import (
    Factored,
    proof_now,
    with_codes,
    with_passkey,
)
from tests.unit.identity.people import address, administrator, entries, wait


@pytest.fixture
def berta(house: House) -> Factored:
    return with_codes(house, "berta")


def first_step(house: House, password: str = PASSWORD, name: str = "berta") -> str:
    work = house.work()
    step = begin_log_in(work, address(name), password)
    assert isinstance(step, Step)
    work.finish()
    return step.token


def finish(house: House, token: str, proof: Proof) -> LoggedIn | Refused:
    work = house.work()
    answer = finish_log_in(work, token, proof)
    work.finish()
    return answer


def test_password_and_code_lead_in(house: House, berta: Factored) -> None:
    token = first_step(house)
    begun = finish(house, token, proof_now(berta.secret, house.around.clock, 1))
    assert isinstance(begun, LoggedIn)
    assert begun.staff == house.staff["berta"]


def test_password_and_passkey_lead_in(house: House) -> None:
    stick = Authenticator()
    with_passkey(house, "frieda", stick)
    token = first_step(house, name="frieda")
    work = house.work()
    answer = stick.show(ask_passkey(work, token, SITE))
    begun = finish_log_in(work, token, Proof(passkey=answer, site=SITE))
    assert isinstance(begun, LoggedIn)


def test_wrong_password_wrong_code_and_no_step_are_one_answer(
    house: House, berta: Factored
) -> None:
    good = proof_now(berta.secret, house.around.clock, 1)
    tries = [
        (first_step(house, "falsch geraten"), good),
        (first_step(house), Proof(code="000000")),
        (first_step(house), Proof()),
        ("no token", good),
    ]
    assert [finish(house, *each) for each in tries] == [Refused()] * 4
    assert isinstance(finish(house, first_step(house), good), LoggedIn)


def test_a_step_has_one_try(house: House, berta: Factored) -> None:
    token = first_step(house)
    assert finish(house, token, Proof(code="000000")) == Refused()
    good = proof_now(berta.secret, house.around.clock, 1)
    assert finish(house, token, good) == Refused()


def test_a_step_that_waited_too_long_is_over(house: House, berta: Factored) -> None:
    token = first_step(house)
    wait(house, minutes=5)
    assert finish(house, token, proof_now(berta.secret, house.around.clock)) == Refused()


def test_whoever_is_disabled_meanwhile_does_not_come_in(house: House, berta: Factored) -> None:
    token = first_step(house)
    work = house.work()
    assert isinstance(disable(work, administrator(house), house.staff["berta"]), Done)
    work.finish()
    good = proof_now(berta.secret, house.around.clock, 1)
    assert finish(house, token, good) == Refused()


def test_wrong_codes_count_as_failures_of_the_account(house: House, berta: Factored) -> None:
    assert berta.secret
    free = house.around.configuration.limits.login.free
    for _ in range(free):
        finish(house, first_step(house), Proof(code="000000"))
    work = house.work()
    assert begin_log_in(work, address("berta"), PASSWORD) == Refused(Reason.TOO_MANY)
    assert len(entries(work, Act.ALARM_GUESSING)) == 1
    assert len(entries(work, Act.LOGIN_FAIL)) == free + 1


def test_the_question_for_a_passkey_does_not_tell_who_is_known(
    house: House, berta: Factored
) -> None:
    assert berta.secret
    work = house.work()
    tokens = [first_step(house), first_step(house, "falsch"), "no token"]
    asked = [json.loads(ask_passkey(work, token, SITE)) for token in tokens]
    assert len({each.pop("challenge") for each in asked}) == 3
    assert asked[0] == asked[1] == asked[2]
