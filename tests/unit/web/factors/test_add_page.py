import json
import re
from uuid import uuid4

import pytest
from flask import Flask

from caseflow.identity import Site
from tests.factories.application import Visitor, application
from tests.factories.authenticator import Authenticator
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.factories.second_factors import code_now, demanding, with_codes
from tests.unit.web.factors.visits import came_in, shown_codes

HERE = Site("127.0.0.1", "http://127.0.0.1:8000")


@pytest.fixture
def lea(house: House) -> Visitor:
    """Return a lead who needs a second factor and has none."""
    demanding(house)
    visitor = Visitor(application(house))
    visitor.log_in("lea")
    return visitor


def begun(visitor: Visitor) -> tuple[str, str]:
    """Begin with one-time codes; return the id and the secret that the page shows."""
    page = read_page(visitor.send("/factors/codes", "/factors").text)
    secret = page.select_one("[name=secret]")
    text = page.select_one("main code")
    assert secret is not None
    assert text is not None
    assert page.select_one(".secret-pattern svg[viewbox] path") is not None
    return str(secret["value"]), text.text.replace(" ", "")


def test_only_set_up_log_out_and_language_are_open_to_her(lea: Visitor) -> None:
    assert lea.look("/").location == "/factors?next=/"
    assert lea.look("/unit").location == "/factors?next=/unit"
    assert lea.send("/unit", "/factors", membership=str(uuid4())).status_code == 403
    assert lea.send("/language", "/factors", language="en").status_code == 303
    assert lea.look("/factors").status_code == 200
    assert lea.send("/log-out", "/factors").location == "/log-in"


def test_a_first_code_confirms_and_everything_opens(house: House, lea: Visitor) -> None:
    id_, secret = begun(lea)
    wrong = lea.send("/factors/codes/confirm", "/factors", secret=id_, code="000000")
    assert wrong.status_code == 422
    assert secret in wrong.text.replace(" ", "")
    code = code_now(secret, house.around.clock)
    answer = lea.send("/factors/codes/confirm", "/factors", secret=id_, code=code)
    assert answer.status_code == 200
    assert len(shown_codes(answer.text)) == 10
    assert lea.look("/").location == "/unit"
    assert secret not in lea.look("/factors").text


def test_a_secret_that_is_not_hers_leads_back(lea: Visitor) -> None:
    for typed in (str(uuid4()), "x"):
        answer = lea.send("/factors/codes/confirm", "/factors", secret=typed, code="1")
        assert answer.location == "/factors"


def test_too_many_wrong_codes_have_to_wait(lea: Visitor) -> None:
    id_, _ = begun(lea)
    for _ in range(5):
        lea.send("/factors/codes/confirm", "/factors", secret=id_, code="000000")
    answer = lea.send("/factors/codes/confirm", "/factors", secret=id_, code="000000")
    assert "Zu viele Versuche" in answer.text


def test_a_passkey_is_made(lea: Visitor) -> None:
    options = lea.send("/factors/passkeys/ask", "/factors").text
    made = Authenticator(HERE).make(options)
    answer = lea.send("/factors/passkeys", "/factors", name="Stick", passkey=made)
    assert len(shown_codes(answer.text)) == 10
    assert "Stick" in lea.look("/factors").text


def test_what_is_wrong_is_said_and_the_name_kept(lea: Visitor) -> None:
    for passkey in ("", "{}"):
        answer = lea.send("/factors/passkeys", "/factors", name="Stick", passkey=passkey)
        assert answer.status_code == 422
        assert 'value="Stick"' in answer.text


def test_a_further_factor_needs_the_first_one_fresh(app: Flask, house: House) -> None:
    visitor = came_in(app, house, "berta", with_codes(house, "berta"))
    options = visitor.send("/factors/passkeys/ask", "/factors").text
    assert json.loads(options)["rp"]["id"] == "127.0.0.1"
    made = Authenticator(HERE).make(options)
    page = "/log-in"  # a form token stands on any page
    house.around.clock.advance(house.around.configuration.second_factor.fresh)  # type: ignore[attr-defined]  # it is stopped
    answer = visitor.send("/factors/passkeys", page, name="Stick", passkey=made)
    assert answer.status_code == 403
    assert re.search(r'name="factor-code"', answer.text)
    assert visitor.look("/factors").location == "/factor?next=/factors"
