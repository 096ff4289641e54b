import pytest

from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import Caller
from caseflow.identity.check_factor import Proof
from caseflow.identity.lift_curtain import behind_curtain, lift_curtain
from caseflow.identity.login_throttle import count_try
from caseflow.identity.lower_curtain import lower_curtain
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn, own_session
from caseflow.identity.show_factor import ask_own_passkey, renew_session, show_factor
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import MissingKey
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import PASSWORD, House
from tests.factories.second_factors import proof_now, who_has, with_codes, with_passkey
from tests.unit.identity.people import address, entries, the_entry, wait


def test_the_session_goes_on_under_a_new_token(house: House) -> None:
    made = with_codes(house, "berta")
    wait(house, minutes=10)
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    begun = show_factor(work, who, proof_now(made.secret, work.clock))
    assert not isinstance(begun, Refused)
    assert begun.session == who.session
    work.finish()
    assert who_has(house, begun.token).second_factor_at == house.around.clock.now()
    assert resume(work, made.token) is None
    assert the_entry(work, Act.FACTOR_SHOW)["details"] == {"factor": "one_time_code"}


def test_a_passkey_is_asked_for_this_session(house: House) -> None:
    stick = Authenticator()
    made = with_passkey(house, "berta", stick)
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    answer = stick.show(ask_own_passkey(work, who, SITE))
    assert not isinstance(show_factor(work, who, Proof(passkey=answer, site=SITE)), Refused)


def test_wrong_ones_are_slowed_apart_from_the_log_in(house: House) -> None:
    made = with_codes(house, "berta")
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    for _ in range(work.configuration.limits.login.free):
        assert show_factor(work, who, Proof(code="000000")) == Refused()
    good = proof_now(made.secret, work.clock, 1)
    assert show_factor(work, who, good) == Refused(Reason.TOO_MANY)
    assert len(entries(work, Act.ALARM_GUESSING)) == 1
    assert count_try(work, address("berta")) == 1
    wait(house, seconds=1)
    assert not isinstance(show_factor(work, who, good), Refused)


def test_a_session_that_has_ended_is_not_renewed(house: House) -> None:
    made = with_codes(house, "berta")
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    wait(house, hours=11)
    assert show_factor(work, who, proof_now(made.secret, work.clock)) == Refused()


def _let_in(house: House, token: str) -> tuple[Work, Actor | Person]:
    """Return a request that was let in and has not done anything yet."""
    work = house.work()
    who = resume(work, token)
    assert who is not None
    work.finish()
    return work, who


def test_a_curtain_that_was_drawn_an_instant_before_stays_down(house: House) -> None:
    made = with_codes(house, "berta")
    wait(house, minutes=10)
    (work, who), (beside, drawing) = _let_in(house, made.token), _let_in(house, made.token)
    assert lower_curtain(beside, drawing, made.token)
    beside.finish()
    answer = show_factor(work, who, proof_now(made.secret, work.clock))
    assert answer == Refused(Reason.TOO_LATE)
    assert the_entry(work, Act.FACTOR_SHOW)["decision"] == "refused"
    work.finish()
    assert behind_curtain(work, made.token)
    assert isinstance(lift_curtain(work, made.token, PASSWORD, Caller()), LoggedIn)
    work.finish()


def test_a_curtain_that_is_drawn_an_instant_later_comes_down_on_the_new_token(
    house: House,
) -> None:
    made = with_codes(house, "berta")
    wait(house, minutes=10)
    (work, who), (beside, drawing) = _let_in(house, made.token), _let_in(house, made.token)
    renewed = show_factor(work, who, proof_now(made.secret, work.clock))
    assert isinstance(renewed, LoggedIn)
    work.finish()
    assert lower_curtain(beside, drawing, made.token)
    beside.finish()
    assert resume(work, renewed.token) is None
    assert behind_curtain(work, renewed.token)
    assert isinstance(lift_curtain(work, renewed.token, PASSWORD, Caller()), LoggedIn)
    work.finish()


def test_without_her_key_nothing_is_renewed(house: House) -> None:
    made = with_codes(house, "berta")
    who = who_has(house, made.token)
    work = house.work()
    session = own_session(work, who)
    assert session is not None
    with pytest.raises(MissingKey):
        renew_session(work, session, work.clock.now())
