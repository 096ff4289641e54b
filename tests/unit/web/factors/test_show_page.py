import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.authenticator import Authenticator
from tests.factories.house import House
from tests.factories.second_factors import Factored, code_now, with_codes
from tests.unit.web.factors.test_add_page import HERE
from tests.unit.web.factors.visits import came_in


@pytest.fixture
def made(house: House) -> Factored:
    return with_codes(house, "berta")


@pytest.fixture
def berta(app: Flask, house: House, made: Factored) -> Visitor:
    visitor = came_in(app, house, "berta", made)
    house.around.clock.advance(house.around.configuration.second_factor.fresh)  # type: ignore[attr-defined]  # it is stopped
    return visitor


def test_what_needs_it_fresh_leads_here_and_back(
    house: House, berta: Visitor, made: Factored
) -> None:
    assert berta.look("/factors").location == "/factor?next=/factors"
    before = berta.browser.get_cookie("caseflow", "127.0.0.1")
    code = code_now(made.secret, house.around.clock)
    answer = berta.send("/factor", "/factor?next=/factors", code=code, next="/factors")
    assert answer.location == "/factors"
    assert berta.browser.get_cookie("caseflow", "127.0.0.1") != before
    assert berta.look("/factors").status_code == 200


def test_a_wrong_code_is_said_and_never_shown_again(berta: Visitor) -> None:
    answer = berta.send("/factor", code="987654", next="/factors")
    assert answer.status_code == 422
    assert "987654" not in answer.text
    assert 'value="/factors"' in answer.text
    assert berta.send("/factor", code="1" * 41).status_code == 422


def test_too_many_have_to_wait(berta: Visitor) -> None:
    for _ in range(5):
        berta.send("/factor", code="000000")
    assert "Zu viele Versuche" in berta.send("/factor", code="000000").text


def test_a_passkey_is_asked_for(house: House, berta: Visitor, made: Factored) -> None:
    code = code_now(made.secret, house.around.clock)
    berta.send("/factor", code=code)
    stick = Authenticator(HERE)
    options = berta.send("/factors/passkeys/ask", "/factors").text
    berta.send("/factors/passkeys", "/factors", name="Stick", passkey=stick.make(options))
    house.around.clock.advance(house.around.configuration.second_factor.fresh)  # type: ignore[attr-defined]  # it is stopped
    shown = stick.show(berta.send("/factor/passkey", "/factor").text)
    assert berta.send("/factor", passkey=shown, next="/factors").location == "/factors"
