import json

from flask import Flask

from tests.factories.application import Visitor, unmarked
from tests.factories.house import House
from tests.factories.second_factors import code_now, with_codes
from tests.unit.web.factors.visits import came_in


def test_password_and_code_lead_to_where_one_wanted_to_go(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    visitor = Visitor(app)
    visitor.log_in("berta")
    before = visitor.browser.get_cookie("caseflow-step", "127.0.0.1")
    assert before is not None
    code = code_now(made.secret, house.around.clock, 1)
    answer = visitor.send("/log-in/factor", "/log-in", code=code, next="/unit?a=1")
    assert (answer.status_code, answer.location) == (303, "/unit?a=1")
    assert visitor.browser.get_cookie("caseflow-step", "127.0.0.1") is None
    assert visitor.look("/").status_code == 200


def test_a_wrong_code_and_a_wrong_password_get_the_same_page(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    texts = []
    for password, code in (
        ("korrekt pferd batterie", "000000"),
        ("falsch geraten", code_now(made.secret, house.around.clock, 1)),
        ("falsch geraten", ""),
    ):
        visitor = Visitor(app)
        visitor.log_in("berta", password)
        answer = visitor.send("/log-in/factor", "/log-in", code=code)
        assert answer.status_code == 422
        texts.append(unmarked(answer.text))
        assert visitor.look("/").status_code == 303
    assert texts[0] == texts[1] == texts[2]
    assert "beginnen Sie noch einmal" in texts[0]


def test_an_unknown_browser_is_asked_for_a_passkey_alike(app: Flask, house: House) -> None:
    with_codes(house, "berta")
    asked = []
    for name in ("berta", "nadja"):
        visitor = Visitor(app)
        visitor.log_in(name)
        answer = visitor.send("/log-in/passkey", "/log-in")
        assert answer.content_type == "application/json"
        asked.append(json.loads(answer.text))
    assert asked[0].pop("challenge") != asked[1].pop("challenge")
    assert asked[0] == asked[1]


def test_a_recovery_code_leads_in_too(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    visitor = Visitor(app)
    visitor.log_in("berta")
    answer = visitor.send("/log-in/factor", "/log-in", code=made.recovery_codes[0])
    assert answer.status_code == 303


def test_the_token_is_a_new_one(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    visitor = came_in(app, house, "berta", made)
    token = visitor.browser.get_cookie("caseflow", "127.0.0.1")
    assert token is not None
    assert token.value != made.token
    assert visitor.look("/").status_code == 200
