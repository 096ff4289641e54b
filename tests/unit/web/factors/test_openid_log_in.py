from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from caseflow.vocabulary.acts import Act
from tests.factories.application import Visitor, application, unmarked
from tests.factories.house import House, StoppedClock
from tests.factories.openid_provider import LABEL, Provider, provider
from tests.factories.second_factors import code_now, with_codes
from tests.factories.told_log import told
from tests.unit.web.factors.openid_trips import away, back, linked, stepped

SENTENCE = "beginnen Sie noch einmal"


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    with provider(house.around.clock) as made:
        yield made


@pytest.fixture
def app(house: House, there: Provider) -> Flask:
    return application(house, openid=there.client())


def finished(visitor: Visitor, address: str) -> int:
    answer = visitor.send("/log-in/openid/finish", "/log-in", **back(visitor, address))
    if answer.status_code != 303:
        assert SENTENCE in answer.text
        assert visitor.look("/").status_code == 303
    return answer.status_code


def test_password_and_identity_lead_to_where_one_wanted_to_go(
    app: Flask, house: House, there: Provider
) -> None:
    linked(app, house, there, "berta")
    visitor, address = stepped(app, there, "berta")
    answer = visitor.send("/log-in/openid/finish", "/log-in", **back(visitor, address))
    assert (answer.status_code, answer.location) == (303, "/unit?a=1")
    assert visitor.browser.get_cookie("caseflow-step", "127.0.0.1") is None
    assert visitor.look("/").status_code == 200
    log = told(house)
    came = [each for each in log if each["act"] == Act.LOGIN]
    assert came[-1]["details"] == {"factor": "openid_connect"}
    assert there.subject not in str(log)


@pytest.mark.parametrize(
    "lie",
    [
        {"claims": {"nonce": "another"}},
        {"claims": {"nonce": None}},
        {"claims": {"aud": "another"}},
        {"claims": {"iss": "https://another.example"}},
        {"claims": {"exp": 0}},
        {"sign": "none"},
        {"sign": "HS256"},
        {"sign": "another key"},
        {"subject": "berta@träger"},
    ],
)
def test_what_does_not_fit_fails_like_a_wrong_code(
    app: Flask, house: House, there: Provider, lie: dict[str, object]
) -> None:
    linked(app, house, there, "berta")
    for name, value in lie.items():
        setattr(there, name, value)
    visitor, address = stepped(app, there, "berta")
    assert finished(visitor, address) == 422
    (failed,) = [each for each in told(house) if each["act"] == Act.LOGIN_FAIL]
    assert failed["staff"] == str(house.staff["berta"])


def test_an_answer_counts_once_and_in_the_browser_that_asked(
    app: Flask, house: House, there: Provider
) -> None:
    linked(app, house, there, "berta")
    visitor, address = stepped(app, there, "berta")
    other, of_the_other = stepped(app, there, "berta")
    assert finished(other, address) == 422  # fetched by another browser
    assert finished(visitor, address) == 303
    again, _ = stepped(app, there, "berta")
    assert finished(again, address) == 422  # a state that was used
    state = of_the_other.split("state=")[1].split("&")[0]
    used_code = address.replace(address.split("state=")[1].split("&")[0], state)
    assert finished(other, used_code) == 422


@pytest.mark.parametrize("iss", ["https://another.example", ""])
def test_another_providers_answer_is_none(
    app: Flask, house: House, there: Provider, iss: str
) -> None:
    linked(app, house, there, "berta")
    visitor, address = stepped(app, there, "berta")
    assert finished(visitor, f"{address.split('&iss=')[0]}&iss={iss}") == 422


def test_the_same_happens_whether_the_password_was_right_or_the_account_is_known(
    app: Flask, house: House, there: Provider
) -> None:
    linked(app, house, there, "berta")
    texts = []
    for name, typed in (("berta", "falsch geraten"), ("niemand", "falsch geraten")):
        visitor, address = stepped(app, there, name, password=typed)
        brought = back(visitor, address)
        answer = visitor.send("/log-in/openid/finish", "/log-in", **brought)
        texts.append((answer.status_code, unmarked(answer.text)))
    assert texts[0] == texts[1]
    assert texts[0][0] == 422


def test_somebody_who_has_linked_nothing_does_not_come_in(
    app: Flask, house: House, there: Provider
) -> None:
    linked(app, house, there, "berta")
    with_codes(house, "frieda")
    visitor, address = stepped(app, there, "frieda")
    assert finished(visitor, address) == 422


def test_a_state_lasts_as_long_as_the_step(
    app: Flask, house: House, there: Provider, clock: StoppedClock
) -> None:
    linked(app, house, there, "berta")
    visitor, address = stepped(app, there, "berta")
    clock.advance(timedelta(minutes=5))
    assert finished(visitor, address) == 422


def test_an_outage_leaves_the_other_factors_usable(
    house: House, there: Provider, clock: StoppedClock
) -> None:
    app = application(house, openid=there.client())
    made = with_codes(house, "berta")
    there.down = True
    visitor = Visitor(app)
    visitor.log_in("berta")
    answer = visitor.send("/log-in/openid", "/log-in")
    assert answer.status_code == 422
    assert f"{LABEL} antwortet im Moment nicht" in answer.text
    there.down = False
    led = visitor.send("/log-in/openid", "/log-in")
    address = there.visit(away(led.text))
    there.down = True
    brought = back(visitor, address)
    answer = visitor.send("/log-in/openid/finish", "/log-in", **brought)
    assert f"{LABEL} antwortet im Moment nicht" in answer.text
    code = code_now(made.secret, clock, 1)
    assert visitor.send("/log-in/factor", "/log-in", code=code).status_code == 303


def test_without_a_step_nobody_is_led_anywhere(app: Flask, there: Provider) -> None:
    visitor = Visitor(app)
    answer = visitor.send("/log-in/openid", "/log-in")
    assert SENTENCE in answer.text
    assert there.asked == []


def test_where_no_provider_is_configured_nothing_is_there(house: House) -> None:
    plain = Visitor(application(house))
    assert "openid" not in plain.log_in("berta", "falsch").text
    assert plain.look("/openid/return?state=log-in.x").status_code == 404
    assert plain.look("/log-in/openid").status_code == 404
    assert plain.send("/log-in/openid", "/log-in").status_code == 404
    assert plain.send("/log-in/openid/finish", "/log-in").status_code == 404
