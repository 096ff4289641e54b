import pytest
from flask import Flask

from caseflow.web.factors.factors_page import whoever
from tests.factories.application import Visitor
from tests.factories.authenticator import Authenticator
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.factories.second_factors import with_codes
from tests.unit.web.factors.test_add_page import HERE
from tests.unit.web.factors.visits import came_in, shown_codes


@pytest.fixture
def berta(app: Flask, house: House) -> Visitor:
    """Return a counsellor who has one-time codes and a passkey."""
    visitor = came_in(app, house, "berta", with_codes(house, "berta"))
    options = visitor.send("/factors/passkeys/ask", "/factors").text
    made = Authenticator(HERE).make(options)
    assert visitor.send("/factors/passkeys", "/factors", name="Stick", passkey=made).location
    return visitor


def offered(visitor: Visitor) -> list[str]:
    page = read_page(visitor.look("/factors").text)
    return [str(each["value"]) for each in page.select("button[name=factor]")]


def test_one_of_two_is_given_up_and_the_last_one_stays(berta: Visitor) -> None:
    first, second = offered(berta)
    assert berta.send("/factors/remove", "/factors", factor=first).location == "/factors"
    assert offered(berta) == []
    answer = berta.send("/factors/remove", "/factors", factor=second)
    assert answer.status_code == 422
    assert "Das ist Ihr einziger" in answer.text


@pytest.mark.parametrize("factor", ["x", "00000000-0000-0000-0000-000000000009"])
def test_what_is_none_of_hers_is_not_there(berta: Visitor, factor: str) -> None:
    assert berta.send("/factors/remove", "/factors", factor=factor).status_code == 404


def test_new_recovery_codes_are_shown_once(berta: Visitor) -> None:
    answer = berta.send("/factors/recovery", "/factors")
    codes = shown_codes(answer.text)
    assert len(codes) == 10
    assert not shown_codes(berta.look("/factors").text)


def test_whoever_has_no_factor_gets_no_recovery_codes(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.send("/factors/recovery", "/factors").status_code == 404


def test_nobody_is_nobody(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(TypeError):
        whoever()
