"""The verbs behind the pages: what a trip to the provider does in the house, on both engines."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from caseflow.identity.callers import Caller
from caseflow.identity.check_factor import has_factor
from caseflow.identity.clear_factors import clear_factors
from caseflow.identity.list_factors import list_factors
from caseflow.identity.log_in import begin_log_in
from caseflow.identity.log_in_steps import Step
from caseflow.identity.openid_log_in import (
    Elsewhere,
    ask_identity,
    ask_identity_for_log_in,
    finish_with_identity,
    link_identity,
    show_identity,
)
from caseflow.identity.openid_provider import Returned
from caseflow.identity.openid_trips import Trip
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from tests.factories.house import PASSWORD, House
from tests.factories.openid_provider import Provider, provider
from tests.factories.second_factors import token_of
from tests.unit.identity.people import address, entries

REDIRECT = "http://127.0.0.1:8000/openid/return"


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    with provider(house.around.clock) as made:
        yield made


def visited(there: Provider, led: object) -> Returned:
    assert isinstance(led, str)
    back = {name: each[0] for name, each in parse_qs(urlsplit(there.visit(led)).query).items()}
    return Returned(back["state"], back["code"], back["iss"])


def test_linked_shown_and_taken_for_a_log_in(house: House, there: Provider) -> None:
    at, token = Elsewhere(there.client(), REDIRECT), token_of(house, "berta")
    work = house.work()
    who = resume(work, token)
    assert who is not None
    back = visited(there, ask_identity(work, who, at, Trip.LINK))
    added = link_identity(work, who, at, back)
    assert isinstance(added, Done)
    assert len(added.value.recovery_codes) == 10
    assert [each.kind for each in list_factors(work, who).shown] == ["openid_connect"]
    back = visited(there, ask_identity(work, who, at, Trip.SHOW))
    assert isinstance(show_identity(work, who, at, back), LoggedIn)
    assert show_identity(work, who, at, back) == Refused()
    work.finish()
    step = begin_log_in(work, address("berta"), PASSWORD)
    assert isinstance(step, Step)
    back = visited(there, ask_identity_for_log_in(work, at, step.token))
    assert isinstance(finish_with_identity(work, at, step.token, back, Caller("")), LoggedIn)
    work.finish()
    told = [each["details"] for each in entries(work) if "factor" in each.get("details", {})]
    assert len(told) == 3
    assert {each["factor"] for each in told} == {"openid_connect"}
    clear_factors(work, who.staff)
    assert not has_factor(work, who.staff)


def test_what_does_not_fit_links_nothing_and_is_told(house: House, there: Provider) -> None:
    at, token = Elsewhere(there.client(), REDIRECT), token_of(house, "berta")
    work = house.work()
    who = resume(work, token)
    assert who is not None
    back = visited(there, ask_identity(work, who, at, Trip.LINK))
    there.sign = "none"
    assert isinstance(link_identity(work, who, at, back), Invalid)
    assert not has_factor(work, who.staff)
    assert [each["decision"] for each in entries(work, Act.FACTOR_ADD)] == ["refused"]


def test_without_a_step_nobody_is_asked(house: House, there: Provider) -> None:
    at, work = Elsewhere(there.client(), REDIRECT), house.work()
    assert ask_identity_for_log_in(work, at, "x") == Refused()
    assert finish_with_identity(work, at, "x", Returned("log-in.x", "x"), Caller("")) == Refused()
    assert there.asked == []
