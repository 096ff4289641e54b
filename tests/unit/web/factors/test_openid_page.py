from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from tests.factories.application import Visitor, application
from tests.factories.house import House, StoppedClock
from tests.factories.openid_provider import LABEL, Provider, provider
from tests.factories.read_page import read_page
from tests.factories.second_factors import demanding, with_codes
from tests.unit.web.factors.openid_trips import away, back, linked
from tests.unit.web.factors.visits import came_in, shown_codes

MINUTES = timedelta(minutes=6)


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    with provider(house.around.clock) as made:
        yield made


@pytest.fixture
def app(house: House, there: Provider) -> Flask:
    return application(house, openid=there.client())


def link(visitor: Visitor, there: Provider) -> dict[str, str]:
    led = visitor.send("/factors/openid", "/factors")
    assert led.status_code == 200, led.text
    assert "prompt=login&max_age=300" in away(led.text)
    return back(visitor, there.visit(away(led.text)))


def test_as_first_factor_it_comes_with_recovery_codes_and_is_enough_for_a_role(
    house: House, there: Provider
) -> None:
    demanding(house)
    app = application(house, openid=there.client())
    lea = Visitor(app)
    lea.log_in("lea")
    assert lea.look("/").location == "/factors?next=/"
    answer = lea.send("/factor/openid/finish", "/factors", **link(lea, there))
    assert len(shown_codes(answer.text)) == 10
    assert lea.look("/").status_code == 303
    page = lea.look("/factors").text
    assert f"<bdi>{LABEL}</bdi>" in page
    assert "Ihr Konto bei" not in page  # one is enough


def test_it_is_given_up_like_any_other(app: Flask, house: House, there: Provider) -> None:
    berta = linked(app, house, there, "berta")
    page = read_page(berta.look("/factors").text)
    factor = str(page.select("#openid button[name=factor]")[0]["value"])
    assert berta.send("/factors/remove", "/factors", factor=factor).location == "/factors"
    assert f"<bdi>{LABEL}</bdi>" not in berta.look("/factors").text


def test_a_step_up_leads_to_where_one_wanted_to_go(
    app: Flask, house: House, there: Provider, clock: StoppedClock
) -> None:
    berta = linked(app, house, there, "berta")
    clock.advance(MINUTES)
    asked = berta.look("/factors")
    assert asked.location == "/factor?next=/factors"
    led = berta.send("/factor/openid", asked.location, next="/factors")
    assert "prompt=login&max_age=300" in away(led.text)
    before = berta.browser.get_cookie("caseflow", "127.0.0.1")
    brought = back(berta, there.visit(away(led.text)))
    answer = berta.send("/factor/openid/finish", "/factor", **brought)
    assert answer.location == "/factors"
    assert berta.browser.get_cookie("caseflow", "127.0.0.1") != before
    assert berta.look("/factors").status_code == 200


@pytest.mark.parametrize(
    "lie",
    [
        {"claims": {"auth_time": 0}},
        {"claims": {"auth_time": None}},
        {"subject": "another"},
        {"sign": "none"},
    ],
)
def test_an_old_log_in_there_or_another_subject_is_no_step_up(
    app: Flask, house: House, there: Provider, clock: StoppedClock, lie: dict[str, object]
) -> None:
    berta = linked(app, house, there, "berta")
    clock.advance(MINUTES)
    for name, value in lie.items():
        setattr(there, name, value)
    led = berta.send("/factor/openid", "/factor")
    brought = back(berta, there.visit(away(led.text)))
    answer = berta.send("/factor/openid/finish", "/factor", **brought)
    assert answer.status_code == 422
    assert "Das passte nicht" in answer.text
    assert berta.look("/factors").status_code == 303


def test_the_answer_of_a_step_up_links_nothing(
    app: Flask, house: House, there: Provider, clock: StoppedClock
) -> None:
    made = with_codes(house, "berta")
    berta = came_in(app, house, "berta", made)
    clock.advance(MINUTES)
    led = berta.send("/factor/openid", "/factor")
    brought = back(berta, there.visit(away(led.text)))
    as_link = brought | {"state": brought["state"].replace("show.", "link.")}
    answer = berta.send("/factor/openid/finish", "/factor", **as_link)
    assert "wurde nichts geändert" in answer.text
    assert f"<bdi>{LABEL}</bdi>" not in answer.text


def test_what_strangers_lead_a_browser_to_is_nobodys_try(
    app: Flask, house: House, there: Provider, clock: StoppedClock
) -> None:
    berta = linked(app, house, there, "berta")
    clock.advance(MINUTES)
    for number in range(20):
        brought = back(berta, f"/openid/return?state=show.{number}&code=x&iss={there.issuer}")
        assert berta.send("/factor/openid/finish", "/factor", **brought).status_code == 422
    led = berta.send("/factor/openid", "/factor")
    brought = back(berta, there.visit(away(led.text)))
    assert berta.send("/factor/openid/finish", "/factor", **brought).status_code == 303


def test_an_account_is_linked_to_one_person_and_a_person_to_one_account(
    app: Flask, house: House, there: Provider
) -> None:
    linked(app, house, there, "berta")
    frieda = came_in(app, house, "frieda", with_codes(house, "frieda"))
    answer = frieda.send("/factor/openid/finish", "/factors", **link(frieda, there))
    assert "mit jemand anderem verknüpft" in answer.text
    there.subject = "frieda"
    assert frieda.send("/factor/openid/finish", "/factors", **link(frieda, there)).location
    there.subject = "another"
    answer = frieda.send("/factor/openid/finish", "/factors", **link(frieda, there))
    assert "schon ein Konto verknüpft" in answer.text


def test_an_outage_is_said(app: Flask, house: House, there: Provider, clock: StoppedClock) -> None:
    berta = linked(app, house, there, "berta")
    clock.advance(MINUTES)
    led = away(berta.send("/factor/openid", "/factor").text)
    brought = back(berta, there.visit(led))
    there.down = True
    sentence = f"{LABEL} antwortet im Moment nicht"
    assert sentence in berta.send("/factor/openid/finish", "/factor", **brought).text
    clock.advance(MINUTES)
    assert sentence in berta.send("/factor/openid", "/factor").text
    frieda = Visitor(app)
    frieda.log_in("frieda")
    assert sentence in frieda.send("/factors/openid", "/factors").text


def test_an_outage_on_the_way_back_links_nothing(app: Flask, there: Provider) -> None:
    frieda = Visitor(app)
    frieda.log_in("frieda")
    brought = link(frieda, there)
    there.down = True
    answer = frieda.send("/factor/openid/finish", "/factors", **brought)
    assert f"{LABEL} antwortet im Moment nicht" in answer.text


def test_where_no_provider_is_configured_nothing_is_there(house: House) -> None:
    plain = Visitor(application(house))
    plain.log_in("berta")
    assert "openid" not in plain.look("/factors").text
    assert plain.look("/factor/openid").status_code == 404
    for address in ("/factors/openid", "/factor/openid", "/factor/openid/finish"):
        assert plain.send(address, "/factors").status_code == 404
