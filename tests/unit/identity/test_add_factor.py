from uuid import uuid4

import pytest

from caseflow.identity.add_factor import (
    add_passkey,
    begin_codes,
    begin_passkey,
    codes_begun,
    confirm_codes,
)
from caseflow.identity.list_factors import list_factors
from caseflow.identity.one_time_codes import NewSecret
from caseflow.identity.resume import resume
from caseflow.identity.sessions import live_session
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import House
from tests.factories.second_factors import code_now, token_of, who_has, with_codes, with_passkey
from tests.unit.identity.people import entries, the_entry, wait


def test_the_first_factor_brings_codes_and_ends_every_other_session(house: House) -> None:
    other = token_of(house, "berta")
    made = with_codes(house, "berta")
    assert len(made.recovery_codes) == 10
    assert who_has(house, made.token).second_factor_at == house.around.clock.now()
    work = house.work()
    assert live_session(work, other) is None
    told = the_entry(work, Act.FACTOR_ADD)
    assert told["details"] == {"factor": "one_time_code"}
    assert told["rows"][0]["table"] == "one_time_secrets"


def test_a_further_one_leaves_codes_and_sessions(house: House) -> None:
    made, stick = with_codes(house, "berta"), Authenticator()
    work = house.work()
    other = token_of(house, "berta", code_now(made.secret, work.clock, 1))
    who = resume(work, made.token)
    assert who is not None
    options = begin_passkey(work, who, SITE)
    assert options is not None
    answer = stick.make(options)
    added = add_passkey(work, who, "Stick", answer, SITE)
    assert isinstance(added, Done)
    assert added.value.recovery_codes == ()
    assert live_session(work, other) is not None
    assert len(list_factors(work, who).shown) == 2
    assert added.value.token not in repr(added)


def test_a_wrong_first_code_is_said_and_slowed(house: House) -> None:
    work = house.work()
    who = resume(work, token_of(house, "berta"))
    assert who is not None
    begun = begin_codes(work, who)
    assert isinstance(begun, NewSecret)
    for _ in range(work.configuration.limits.login.free):
        wrong = confirm_codes(work, who, begun.id, "000000")
        assert wrong == Invalid((Problem("code", "wrong_code"),))
    good = code_now(begun.secret, work.clock)
    assert confirm_codes(work, who, begun.id, good) == Refused(Reason.TOO_MANY)
    assert codes_begun(work, who, begun.id) == begun
    assert codes_begun(work, who, uuid4()) is None
    wait(house, seconds=1)
    assert isinstance(confirm_codes(work, who, begun.id, good), Done)


def test_a_passkey_that_is_none_or_known_is_said(house: House) -> None:
    stick = Authenticator()
    with_passkey(house, "frieda", stick)
    work = house.work()
    who = resume(work, token_of(house, "berta"))
    assert who is not None
    none = Invalid((Problem("passkey", "no_passkey"),))
    assert add_passkey(work, who, "Stick", "{}", SITE) == none
    options = begin_passkey(work, who, SITE)
    assert options is not None
    assert add_passkey(work, who, "Stick", stick.make(options), SITE) == none


@pytest.mark.parametrize("name", ["x" * 81, "a\x00b"])
def test_a_name_that_cannot_be_kept_is_said(house: House, name: str) -> None:
    work = house.work()
    who = resume(work, token_of(house, "berta"))
    assert who is not None
    options = begin_passkey(work, who, SITE)
    assert options is not None
    answer = add_passkey(work, who, name, Authenticator().make(options), SITE)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].field == "name"


def test_a_session_that_has_ended_sets_nothing_up(house: House) -> None:
    work = house.work()
    who = resume(work, token_of(house, "berta"))
    assert who is not None
    begun = begin_codes(work, who)
    assert isinstance(begun, NewSecret)
    work.finish()
    wait(house, hours=11)
    answer = confirm_codes(work, who, begun.id, code_now(begun.secret, work.clock))
    assert answer == Refused(Reason.TOO_LATE)
    assert list_factors(work, who).shown == ()


def test_nobody_sets_up_nothing(house: House) -> None:
    work = house.work()
    nobody = Person(new_id(), new_id())
    assert begin_codes(work, nobody) == Refused()
    assert begin_passkey(work, nobody, SITE) is None
    assert codes_begun(work, nobody, uuid4()) is None
    assert entries(work, Act.FACTOR_ADD)[0]["reason"] == "not_open"
