"""Whoever guesses gets nowhere, whoever is idle or removed is out, and the owner comes in.

T20 and T21. The clock stands still but for what a test lets it go on, so that hours cost nothing;
CASEFLOW_TEST_SCALE makes the guesses more.
"""

from datetime import timedelta
from ipaddress import ip_address

import pytest

from caseflow.crypto import passwords
from caseflow.identity import (
    Caller,
    LoggedIn,
    Proof,
    Step,
    begin_log_in,
    disable,
    end_membership,
    finish_log_in,
    log_in,
    release,
    resume,
    show_factor,
)
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.application import LOOPBACK, Visitor, application, resting, token_on
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.scale import scaled
from tests.factories.second_factors import code_now, proof_now, token_of, with_codes
from tests.unit.identity.people import address, administrator, entries

GUESSES = scaled(250)  # CASEFLOW_TEST_SCALE=40 makes ten thousand of them
UNKNOWN = "niemand@example.org"


def guess(house: House, email: str, password: str, otp: str = "") -> LoggedIn | Refused:
    work = house.work()
    answer = log_in(work, email, password, otp)
    work.finish()
    work.put_away()
    return answer


def guessed(house: House, clock: StoppedClock, email: str, pause: timedelta) -> list[str]:
    """Guess on and on, with a pause after each; return what was answered."""
    answers = []
    for number in range(GUESSES):
        answer = guess(house, email, f"geraten {number}")
        assert isinstance(answer, Refused)
        answers.append(answer.reason.value)
        clock.advance(pause)
    return answers


def test_a_hasty_guesser_is_slowed_and_the_owner_comes_in_within_a_quarter_of_an_hour(
    house: House, clock: StoppedClock
) -> None:
    limit = house.around.configuration.limits.login
    answers = guessed(house, clock, address("berta"), timedelta(seconds=1))
    assert answers.count(Reason.NOT_OPEN) <= limit.most
    # Delays double: five at once, then after 1, 2, 4 … 512 seconds, then one in 15 minutes.
    assert answers.count(Reason.NOT_OPEN) <= limit.free + 10 + GUESSES // 900
    clock.advance(limit.longest_delay)
    assert isinstance(guess(house, address("berta"), PASSWORD), LoggedIn)


def test_a_patient_guesser_has_a_hundred_tries_in_all(house: House, clock: StoppedClock) -> None:
    limit = house.around.configuration.limits.login
    answers = guessed(house, clock, address("berta"), limit.longest_delay)
    assert answers.count(Reason.NOT_OPEN) == limit.most == 100
    assert set(answers[limit.most :]) == {Reason.TOO_MANY}


def test_an_unknown_address_is_answered_and_worked_on_alike(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked = counting(monkeypatch)
    with_codes(house, "frieda")
    told = []
    for email in (address("berta"), address("frieda"), UNKNOWN):
        worked.clear()
        answers = [guess(house, email, f"geraten {number}", "123456") for number in range(8)]
        told.append((answers, len(worked)))
    assert told[0] == told[1] == told[2]
    assert told[0][1] == house.around.configuration.limits.login.free
    assert clock.at == StoppedClock().at


def test_both_steps_of_a_log_in_answer_alike(house: House) -> None:
    made = with_codes(house, "frieda")
    code = proof_now(made.secret, house.around.clock, 1)
    answers: list[object] = []
    for email, password, proof in (
        (UNKNOWN, PASSWORD, code),
        (address("frieda"), "falsch geraten", code),
        (address("frieda"), PASSWORD, Proof()),
        (address("frieda"), PASSWORD, Proof(code="000000")),
    ):
        work = house.work()
        step = begin_log_in(work, email, password)
        assert isinstance(step, Step)
        answers.append(finish_log_in(work, step.token, proof))
        work.finish()
    assert answers == [Refused()] * 4


def test_codes_are_guessed_no_more_often_than_passwords(house: House, clock: StoppedClock) -> None:
    made = with_codes(house, "frieda")
    limit, tried = house.around.configuration.limits.login, 0
    for _ in range(limit.most + 20):
        answer = guess(house, address("frieda"), PASSWORD, "000000")
        tried += answer == Refused(Reason.NOT_OPEN)
        clock.advance(limit.longest_delay)
    assert tried == limit.most
    code = code_now(made.secret, clock)
    assert guess(house, address("frieda"), PASSWORD, code) == Refused(Reason.TOO_MANY)


def test_a_code_works_once(house: House) -> None:
    made = with_codes(house, "frieda")
    code = code_now(made.secret, house.around.clock, 1)
    assert isinstance(guess(house, address("frieda"), PASSWORD, code), LoggedIn)
    assert guess(house, address("frieda"), PASSWORD, code) == Refused()


def test_the_officers_are_told_once_for_each_series(house: House, clock: StoppedClock) -> None:
    limit = house.around.configuration.limits.login
    for _ in range(2):
        for number in range(limit.free + 3):
            guess(house, address("berta"), f"geraten {number}")
            clock.advance(limit.longest_delay)
        assert isinstance(guess(house, address("berta"), PASSWORD), LoggedIn)
    told = entries(house.work(), Act.ALARM_GUESSING)
    assert [each["staff"] for each in told] == [str(house.staff["berta"])] * 2


def test_each_log_in_and_each_showing_has_a_token_of_its_own(house: House) -> None:
    made = with_codes(house, "berta")
    tokens = {made.token, token_of(house, "berta", code_now(made.secret, house.around.clock, 1))}
    assert len(tokens) == 2
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    shown = show_factor(work, who, Proof(code=made.recovery_codes[0]))
    assert isinstance(shown, LoggedIn)
    work.finish()
    assert shown.token not in tokens
    assert resume(work, made.token) is None


def test_a_session_is_over_after_15_idle_minutes_and_after_ten_hours(
    house: House, clock: StoppedClock
) -> None:
    idle, busy = token_of(house, "berta"), token_of(house, "berta")
    came = {idle: 0, busy: 0}
    for minute in range(0, 11 * 60, 14):
        for token in (busy, idle) if minute < 14 else (busy,):
            work = house.work()
            came[token] += resume(work, token) is not None
            work.finish()
        clock.advance(timedelta(minutes=14))
    assert came[busy] == 10 * 60 // 14 + 1
    again = token_of(house, "berta")
    clock.advance(timedelta(minutes=15))
    work = house.work()
    assert resume(work, again) is None
    assert resume(work, idle) is None


def test_a_removed_member_is_out_at_her_next_request(house: House) -> None:
    token, other = token_of(house, "berta"), token_of(house, "frieda")
    ada, lea = administrator(house), house.actor("lea", "beratung")
    work = house.work(lea)
    ended = end_membership(work, lea, house.memberships["berta", "beratung"].id)
    assert isinstance(ended, Done)
    assert isinstance(disable(work, ada, house.staff["frieda"]), Done)
    work.finish()
    work = house.work()
    who = resume(work, token)
    assert isinstance(who, Person)  # in no unit
    assert resume(work, other) is None


def test_ten_thousand_guesses_from_many_addresses_neither_get_in_nor_keep_the_owner_out(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, limit = resting(application(house)), house.around.configuration.limits.login
    at_home, ada = Visitor(app), administrator(house)
    at_home.log_in("berta")
    at_home.send("/log-out", "/")
    worked = counting(monkeypatch)
    attacker = Visitor(app)
    token = token_on(attacker.look("/log-in").text)
    statuses = []
    for number in range(GUESSES):
        # The last guess is right: it comes too late.
        password = PASSWORD if number == GUESSES - 1 else f"geraten {number}"
        typed = {"csrf_token": token, "email": address("berta"), "password": password}
        answer = attacker.browser.post(
            "/log-in",
            data=typed,
            base_url=LOOPBACK,
            environ_overrides={"REMOTE_ADDR": str(ip_address((10 << 24) + number))},
        )
        statuses.append(answer.status_code)
        clock.advance(limit.longest_delay)
    assert statuses == [422] * limit.most + [429] * (GUESSES - limit.most)
    assert len(worked) == limit.most == 100
    assert attacker.browser.get_cookie("caseflow", "127.0.0.1") is None
    assert Visitor(app).log_in("berta").status_code == 429
    assert at_home.log_in("berta").status_code == 303
    # That she came in lets no stranger go on; only a release does, from anywhere.
    assert Visitor(app).log_in("berta").status_code == 429
    work = house.work()
    assert isinstance(release(work, ada, house.staff["berta"]), Done)
    work.finish()
    assert Visitor(app).log_in("berta").status_code == 303


def test_a_stolen_browser_has_a_few_guesses_and_is_a_stranger_then(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = house.around.configuration.limits
    browser = began(house, PASSWORD, "").browser
    worked = counting(monkeypatch)
    for number in range(GUESSES):
        assert not isinstance(tried(house, f"geraten {number}", browser), LoggedIn)
        clock.advance(limits.login.longest_delay)
    assert len(worked) == limits.login.most + limits.login_known_browser
    assert tried(house, PASSWORD, browser) == Refused(Reason.TOO_MANY)


def test_a_browser_known_to_one_tells_nothing_of_another(house: House) -> None:
    browser = began(house, PASSWORD, "").browser
    told: list[list[object]] = []
    for email in (address("frieda"), UNKNOWN):
        told.append([])
        for number in range(8):
            answer = tried(house, f"geraten {number}", browser, email)
            told[-1].append(type(answer) if isinstance(answer, Step) else answer)
    assert told[0] == told[1]
    assert told[0][-1] == Refused(Reason.TOO_MANY)


def tried(
    house: House, password: str, browser: str, email: str = "berta@example.org"
) -> LoggedIn | Step | Refused:
    work = house.work()
    answer = begin_log_in(work, email, password, Caller(browser))
    work.finish()
    work.put_away()
    return answer


def began(house: House, password: str, browser: str) -> LoggedIn:
    answer = tried(house, password, browser)
    assert isinstance(answer, LoggedIn)
    return answer


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that each password comes onto that is worked on from now on."""
    worked: list[str] = []
    derive = passwords.password_key

    def counted(password: str, record: bytes) -> bytes:
        worked.append(password)
        return derive(password, record)

    monkeypatch.setattr("caseflow.keys.staff_keys.password_key", counted)
    return worked
