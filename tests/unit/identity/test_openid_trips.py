from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest

from caseflow.identity.openid_provider import Asked, Identity, Returned, Unreachable
from caseflow.identity.openid_trips import Trip, begin_trip, end_trip
from caseflow.vocabulary.answers import Refused
from tests.factories.house import House, StoppedClock
from tests.factories.openid_provider import Provider, provider

HERE = "http://127.0.0.1:8000/openid/return"


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    with provider(house.around.clock) as made:
        yield made


def gone(house: House, there: Provider, trip: Trip, subject: UUID) -> Returned:
    address = begin_trip(house.work(), there.client(), trip, subject, HERE)
    assert isinstance(address, str)
    back = {name: each[0] for name, each in parse_qs(urlsplit(there.visit(address)).query).items()}
    return Returned(back["state"], back["code"], back["iss"])


def came(
    house: House, there: Provider, trip: Trip, subject: UUID, back: Returned
) -> Identity | Unreachable | Refused | None:
    work = house.work()
    found = end_trip(work, there.client(), trip, subject, HERE, back)
    work.finish()
    return found


@pytest.mark.parametrize("trip", Trip)
def test_each_trip_leads_back_once(house: House, there: Provider, trip: Trip) -> None:
    subject = uuid4()
    back = gone(house, there, trip, subject)
    assert came(house, there, trip, subject, back) == Identity(there.issuer, there.subject)
    asked = len(there.asked)
    assert came(house, there, trip, subject, back) == Refused()
    assert len(there.asked) == asked


def test_an_answer_is_for_one_subject_one_purpose_and_five_minutes(
    house: House, there: Provider, clock: StoppedClock
) -> None:
    subject = uuid4()
    back = gone(house, there, Trip.SHOW, subject)
    assert came(house, there, Trip.SHOW, uuid4(), back) == Refused()
    for trip in (Trip.LINK, Trip.LOG_IN):
        assert came(house, there, trip, subject, back) == Refused()
        renamed = Returned(back.state.replace("show", trip), back.code, back.issuer)
        assert came(house, there, trip, subject, renamed) == Refused()
    clock.advance(timedelta(minutes=5))
    assert came(house, there, Trip.SHOW, subject, back) == Refused()


@pytest.mark.parametrize("state", ["", "show.", "show.x", "show.ä", "show.\udc00", "show", "a.b.c"])
def test_what_is_no_state_of_ours_asks_nobody(house: House, there: Provider, state: str) -> None:
    assert came(house, there, Trip.SHOW, uuid4(), Returned(state, "x")) == Refused()
    assert there.asked == []


def test_nothing_of_the_verifier_is_told_or_kept(house: House, there: Provider) -> None:
    address = begin_trip(house.work(), there.client(), Trip.LINK, uuid4(), HERE)
    assert isinstance(address, str)
    query = parse_qs(urlsplit(address).query)
    assert set(query) == {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "prompt",
        "max_age",
    }
    assert query["scope"] == ["openid"]


def test_no_transaction_is_open_while_the_provider_is_asked(
    house: House, there: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, open_then = house.work(), []
    client = there.client()
    question = client.question

    def looked(asked: Asked, now: datetime) -> str | Unreachable:
        open_then.append(work.session.in_transaction())
        return question(asked, now)

    monkeypatch.setattr(client, "question", looked)
    begin_trip(work, client, Trip.LINK, uuid4(), HERE)
    assert open_then == [False]
