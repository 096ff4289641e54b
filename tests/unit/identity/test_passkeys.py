import json
from dataclasses import replace
from uuid import uuid4

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.second_factors import Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.passkeys import (
    Site,
    made_passkey,
    options_to_add,
    options_to_show,
    passkey_known,
    spend_passkey,
)
from caseflow.identity.staff_rows import staff_by_id
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import House
from tests.factories.second_factors import with_passkey
from tests.unit.identity.people import outrun

SESSION = uuid4()
ELSEWHERE = Site("evil.example", "https://evil.example")


def asked_to_add(house: House, work: Work) -> str:
    staff = staff_by_id(work, house.staff["berta"])
    assert staff is not None
    return options_to_add(work, staff, SESSION, SITE)


def shown(work: Work, house: House, answer: str, name: str = "berta") -> bool:
    return spend_passkey(work, house.staff[name], SESSION, SITE, answer)


@pytest.fixture
def stick(house: House) -> Authenticator:
    authenticator = Authenticator()
    with_passkey(house, "berta", authenticator)
    return authenticator


def test_the_browser_is_asked_for_one_that_it_finds_by_itself(house: House) -> None:
    options = json.loads(asked_to_add(house, house.work()))
    assert options["rp"]["id"] == "localhost"
    assert options["user"]["name"] == "berta@example.org"
    wanted = options["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "preferred")


def test_one_that_is_known_is_not_made_twice(house: House, stick: Authenticator) -> None:
    work = house.work()
    options = json.loads(asked_to_add(house, work))
    assert len(options["excludeCredentials"]) == 1
    assert passkey_known(work, stick.id)
    assert not passkey_known(work, b"another")


def test_a_passkey_is_made_once_for_a_challenge(house: House) -> None:
    work, authenticator = house.work(), Authenticator()
    options = asked_to_add(house, work)
    made = made_passkey(work, SESSION, SITE, authenticator.make(options))
    assert made is not None
    assert made.credential_id == authenticator.id
    assert made_passkey(work, SESSION, SITE, authenticator.make(options)) is None


@pytest.mark.parametrize("answer", ["", "{}", "[]", "no json", '{"id": 1}', "null"])
def test_whatever_a_browser_sends_is_answered(house: House, answer: str) -> None:
    work = house.work()
    assert made_passkey(work, SESSION, SITE, answer) is None
    assert not shown(work, house, answer)


def test_one_made_on_another_site_is_none(house: House) -> None:
    work = house.work()
    answer = Authenticator(ELSEWHERE).make(asked_to_add(house, work))
    assert made_passkey(work, SESSION, SITE, answer) is None


def test_the_question_is_the_same_for_everybody(house: House) -> None:
    work = house.work()
    first, second = (json.loads(options_to_show(work, uuid4(), SITE)) for _ in range(2))
    assert first.pop("challenge") != second.pop("challenge")
    assert first == second
    assert first["allowCredentials"] == []
    assert first["userVerification"] == "preferred"


def test_it_is_shown_once_for_a_challenge(house: House, stick: Authenticator) -> None:
    work = house.work()
    options = options_to_show(work, SESSION, SITE)
    assert shown(work, house, stick.show(options))
    assert not shown(work, house, stick.show(options))


def test_one_that_does_not_count_works_too(house: House) -> None:
    uncounted = Authenticator(counts=False)
    with_passkey(house, "berta", uncounted)
    work = house.work()
    for _ in range(2):
        assert shown(work, house, uncounted.show(options_to_show(work, SESSION, SITE)))


def test_nobody_elses_and_of_no_other_session(house: House, stick: Authenticator) -> None:
    work = house.work()
    assert not shown(work, house, stick.show(options_to_show(work, SESSION, SITE)), "lea")
    assert not shown(work, house, stick.show(options_to_show(work, uuid4(), SITE)))
    stranger = Authenticator()
    assert not shown(work, house, stranger.show(options_to_show(work, SESSION, SITE)))
    copied = replace(stranger, id=stick.id)  # its id, and another key
    assert not shown(work, house, copied.show(options_to_show(work, SESSION, SITE)))


def test_one_shown_on_another_site_is_none(house: House, stick: Authenticator) -> None:
    work = house.work()
    stick.site = ELSEWHERE
    answer = stick.show(options_to_show(work, SESSION, SITE))
    assert not spend_passkey(work, house.staff["berta"], SESSION, SITE, answer)
    answer = stick.show(options_to_show(work, SESSION, SITE))
    assert not spend_passkey(work, house.staff["berta"], SESSION, ELSEWHERE, answer)


def test_a_counter_that_does_not_go_on_tells_of_a_copy(house: House, stick: Authenticator) -> None:
    work = house.work()
    stick.signed = 7
    assert shown(work, house, stick.show(options_to_show(work, SESSION, SITE)))
    stick.signed = 7
    assert not shown(work, house, stick.show(options_to_show(work, SESSION, SITE)))
    assert shown(work, house, stick.show(options_to_show(work, SESSION, SITE)))


def test_of_two_at_once_one_wins(house: House, stick: Authenticator) -> None:
    work = house.work()
    answer = stick.show(options_to_show(work, SESSION, SITE))
    row = work.session.query(Passkey).one()
    outrun(work, row)
    assert not shown(work, house, answer)


def test_a_changed_row_is_none(house: House, stick: Authenticator) -> None:
    work = house.work()
    change(work, work.session.query(Passkey).one(), site="evil.example")
    assert not shown(work, house, stick.show(options_to_show(work, SESSION, SITE)))
