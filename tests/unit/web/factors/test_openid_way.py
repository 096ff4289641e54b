from collections.abc import Iterator

import pytest
from flask import Flask

from caseflow.web.factors.openid_way import brought
from caseflow.web.forms import Form
from tests.factories.application import Visitor, application
from tests.factories.house import House
from tests.factories.openid_provider import Provider, provider
from tests.unit.web.factors.openid_trips import away


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    with provider(house.around.clock) as made:
        yield made


@pytest.fixture
def app(house: House, there: Provider) -> Flask:
    return application(house, openid=there.client())


@pytest.mark.parametrize(
    ("state", "page"), [("log-in.x", "/log-in/openid"), ("show.x", "/factor/openid")]
)
def test_whoever_comes_back_is_led_on_without_cookies(
    visitor: Visitor, state: str, page: str
) -> None:
    answer = visitor.look(f"/openid/return?state={state}&code=a%26b&iss=i&else=x")
    assert away(answer.text) == f"{page}?state={state}&code=a%26b&iss=i"
    assert "Set-Cookie" not in answer.headers
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]


def test_the_way_out_is_a_page_and_no_redirect_of_a_form(visitor: Visitor, there: Provider) -> None:
    visitor.log_in("berta", "falsch")
    answer = visitor.send("/log-in/openid", "/log-in", next="/clients")
    assert answer.status_code == 200
    assert away(answer.text).startswith(f"{there.issuer}/authorize?")
    assert "redirect_uri=http%3A%2F%2F127.0.0.1%3A8000%2Fopenid%2Freturn" in away(answer.text)
    assert "code_challenge_method=S256" in away(answer.text)
    assert "clients" not in away(answer.text)


def test_what_was_not_brought_is_empty() -> None:
    assert brought(Form()).state == ""
    assert brought(Form(values={"code": "x"})).code == "x"
