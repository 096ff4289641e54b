from datetime import timedelta
from typing import cast
from uuid import uuid4

import pytest
from flask import Flask

from caseflow.api.call import Sent
from caseflow.api.sessions import show_all
from caseflow.http import current
from tests.factories.application import Visitor, application
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.programs import Program
from tests.factories.second_factors import code_now, demanding, with_codes
from tests.factories.told_log import told as entries_of


def test_a_session_begins_with_the_password_and_says_where_she_may_act(
    app: Flask, house: House
) -> None:
    program = Program(app)
    answer = program.log_in("lea")
    assert answer.status_code == 201
    told = answer.get_json()
    assert told.keys() == {"token", "expires_at", "staff", "memberships"}
    assert told["staff"] == {"id": str(house.staff["lea"]), "name": "Lea"}
    assert told["memberships"] == [
        {"unit": "beratung", "role": "lead"},
        {"unit": "frauenhaus", "role": "lead"},
    ]
    assert program.get("/units").status_code == 200


def test_every_failure_is_one_answer(app: Flask) -> None:
    answers = [
        Program(app).log_in("berta", "wrong"),
        Program(app).log_in("nobody", "wrong"),
    ]
    assert {each.status_code for each in answers} == {401}
    assert answers[0].data == answers[1].data


def test_guessing_is_slowed(app: Flask) -> None:
    answers = [Program(app).log_in("berta", "wrong") for _ in range(12)]
    assert answers[0].status_code == 401
    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"] == "1"


def test_log_out_ends_the_session(app: Flask, house: House) -> None:
    program = Program(app, "berta")
    answer = program.send("DELETE", "/sessions/current")
    assert (answer.status_code, answer.data) == (204, b"")
    assert program.get("/units").status_code == 401
    assert [each["act"] for each in entries_of(house)].count("logout") == 1


def test_a_cookie_is_no_token_and_a_token_no_cookie(app: Flask) -> None:
    program, page = Program(app, "berta"), Visitor(app)
    page.log_in("berta")
    cookie = page.browser.get_cookie("caseflow", domain="127.0.0.1")
    assert cookie is not None
    token = program.headers.pop("Authorization").removeprefix("Bearer ")
    prefix, _, rest = token.rpartition("caseflow-session_")
    program.client.set_cookie("caseflow", token, domain="127.0.0.1")
    assert program.get("/units").status_code == 401
    for sent in (cookie.value, f"caseflow-session_{cookie.value}", rest):
        program.headers["Authorization"] = f"Bearer {sent}"
        assert program.get("/units").status_code == 401, "what a page was opened by"
    for sent in (token, rest):
        page.browser.set_cookie("caseflow", sent, domain="127.0.0.1")
        assert page.look("/").location == "/log-in?next=/", "what a program was given"
    page.browser.set_cookie("caseflow", cookie.value, domain="127.0.0.1")
    assert (page.look("/").status_code, prefix) == (200, "")


@pytest.mark.parametrize("body", [{}, {"email": "a@example.org"}, {"email": 1, "password": []}])
def test_what_is_missing_is_named(app: Flask, body: dict[str, object]) -> None:
    answer = Program(app).send("POST", "/sessions", body)
    assert answer.status_code == 422
    assert "password" in answer.get_json()["errors"]


def test_a_missing_or_wrong_code_is_the_same_failure(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    code = code_now(made.secret, house.around.clock, 1)
    asked = {"email": "berta@example.org", "password": PASSWORD}
    answers = [
        Program(app).send("POST", "/sessions", body)
        for body in (
            asked,
            {**asked, "otp": "000000"},
            {**asked, "password": "falsch geraten", "otp": code},
            {**asked, "email": "niemand@example.org", "otp": code},
        )
    ]
    assert {each.status_code for each in answers} == {401}
    assert len({each.data for each in answers}) == 1
    assert Program(app).send("POST", "/sessions", {**asked, "otp": code}).status_code == 201


def test_a_role_that_needs_a_factor_opens_nothing_without(house: House) -> None:
    demanding(house)
    app = application(house)
    lea = Program(app, "lea", "beratung")
    refused = lea.get("/units")
    assert refused.status_code == 403
    assert refused.get_json()["type"] == "urn:caseflow:problem:second_factor_missing"
    assert Program(app, "berta").get("/units").status_code == 200
    assert lea.send("DELETE", "/sessions/current").status_code == 204


def test_an_emergency_needs_the_factor_fresh(app: Flask, house: House) -> None:
    made = with_codes(house, "berta")
    program = Program(app, unit="beratung")
    program.log_in("berta", otp=code_now(made.secret, house.around.clock, 1))
    address = f"/clients/{uuid4()}/emergency-accesses"
    assert program.send("POST", address, {}).status_code == 404
    cast("StoppedClock", house.around.clock).advance(timedelta(minutes=5))
    answer = program.send("POST", address, {})
    assert answer.status_code == 403
    assert answer.get_json()["type"] == "urn:caseflow:problem:second_factor_needed"


def test_ones_own_sessions_are_listed_and_ended(app: Flask) -> None:
    here, other, lea = Program(app, "berta"), Program(app, "berta"), Program(app, "lea")
    items = here.get("/sessions").get_json()["items"]
    assert [each["current"] for each in items] == [True, False]
    assert items[0].keys() == {"id", "since", "last_seen", "expires_at", "current"}
    assert lea.send("DELETE", f"/sessions/{items[1]['id']}").status_code == 404
    assert here.send("DELETE", f"/sessions/{items[1]['id']}").status_code == 204
    assert here.send("DELETE", f"/sessions/{items[1]['id']}").status_code == 404
    assert other.get("/units").status_code == 401
    assert here.get("/units").status_code == 200


def test_nobody_has_sessions(app: Flask, house: House) -> None:
    with app.test_request_context():
        current.hold_work(house.work())
        with pytest.raises(TypeError):
            show_all(Sent())
