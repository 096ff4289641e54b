import pytest
from flask import Flask

from caseflow.api.tokens import CALLS
from caseflow.vocabulary.actors import Role
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.second_factors import code_now, with_codes
from tests.factories.tokens import made
from tests.factories.told_log import told as entries_of

WANTED = {"name": "Auswertung", "unit": "beratung", "role": "caseworker", "days": 30}


@pytest.fixture
def berta(app: Flask, house: House) -> Program:
    """Return a program in which she has logged in with her second factor."""
    program, secret = Program(app), with_codes(house, "berta").secret
    program.log_in("berta", otp=code_now(secret, house.around.clock, 1))
    return program


def by_token(app: Flask, token: str, unit: str | None = None) -> Program:
    program = Program(app, unit=unit)
    program.headers["Authorization"] = f"Bearer {token}"
    return program


def test_a_program_is_given_a_token_lists_and_revokes_it(app: Flask, berta: Program) -> None:
    answer = berta.send("POST", "/tokens", WANTED)
    assert answer.status_code == 201, answer.text
    told = answer.get_json()
    program = by_token(app, told["token"])
    assert program.get("/clients").status_code == 200
    [listed] = berta.get("/tokens").get_json()["items"]
    assert (listed["id"], listed["unit"], listed["last_used_on"]) == (
        told["id"],
        "beratung",
        "2026-03-02",
    )
    assert told["token"] not in str(listed)
    assert berta.send("DELETE", f"/tokens/{told['id']}").status_code == 204
    assert berta.send("DELETE", f"/tokens/{told['id']}").status_code == 404
    assert program.get("/clients").status_code == 401


def test_what_does_not_fit_is_named(berta: Program) -> None:
    answer = berta.send("POST", "/tokens", {**WANTED, "unit": "wohnen", "days": 400})
    assert answer.status_code == 422
    assert answer.get_json()["errors"].keys() == {"unit", "days"}


def test_a_token_is_not_enough_where_she_must_be_there_herself(app: Flask, house: House) -> None:
    token = made(house, "berta", "beratung").token
    program = by_token(app, token)
    answers = [
        program.send("POST", "/tokens", WANTED),
        program.get("/tokens"),
        program.get("/sessions"),
        program.send("DELETE", "/sessions/current"),
        program.get("/clients/5a1e4a24-af7d-49f3-8290-2c860f524b5c/export"),
    ]
    assert {each.status_code for each in answers} == {403}
    kinds = {each.get_json()["type"] for each in answers}
    assert kinds == {"urn:caseflow:problem:token_not_enough"}
    assert all(call.in_person for call in CALLS)
    assert "token.make" in [each["act"] for each in entries_of(house)]


def test_it_acts_for_its_one_unit(app: Flask, house: House) -> None:
    token = made(house, "lea", "beratung").token
    assert by_token(app, token, "beratung").get("/clients").status_code == 200
    elsewhere = by_token(app, token, "frauenhaus").get("/clients")
    assert elsewhere.status_code == 400
    assert by_token(app, f"{token}x").get("/clients").status_code == 401


def test_a_leads_program_reads_in_the_lower_role_that_it_was_given(
    app: Flask, house: House
) -> None:
    known = new_client(house, house.actor("lea", "beratung"), "Mona")
    for role, seen in ((Role.LEAD, 200), (Role.CASEWORKER, 200), (Role.INTAKE, 200)):
        token = made(house, "lea", "beratung", role=role).token
        program = by_token(app, token, "beratung")
        assert program.get(f"/clients/{known.id}/story").status_code == seen, role
        walls = program.send("POST", f"/clients/{known.id}/walls", {"staff": str(known.id)})
        assert (walls.status_code == 403) is (role is Role.CASEWORKER), walls.text
