import pytest
from flask import Flask

from tests.factories.house import House
from tests.factories.programs import Program
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
    program = Program(app, "berta")
    token = program.headers.pop("Authorization").removeprefix("Bearer ")
    program.client.set_cookie("caseflow", token, domain="127.0.0.1")
    assert program.get("/units").status_code == 401


@pytest.mark.parametrize("body", [{}, {"email": "a@example.org"}, {"email": 1, "password": []}])
def test_what_is_missing_is_named(app: Flask, body: dict[str, object]) -> None:
    answer = Program(app).send("POST", "/sessions", body)
    assert answer.status_code == 422
    assert "password" in answer.get_json()["errors"]
