from flask import Flask

from tests.factories.contract import acts_of, errors
from tests.factories.house import House
from tests.factories.programs import Program

NEW = {"unit": "beratung", "facts": {"client_name": "Amina K.", "own_fear": 7}}


def test_a_client_is_created_with_code_and_case(berta: Program, house: House) -> None:
    answer = berta.send("POST", "/clients", NEW)
    assert answer.status_code == 201
    assert answer.get_json().keys() == {"id", "code", "case"}
    assert "client.create" in acts_of(house, answer)
    client, code = answer.get_json()["id"], answer.get_json()["code"]
    found = berta.get("/clients", q="Amina").get_json()["items"]
    assert found == [{"id": client, "code": code, "name": "Amina K."}]


def test_an_anonymous_client_has_no_name(berta: Program) -> None:
    answer = berta.send("POST", "/clients", {"unit": "beratung", "anonymous": True})
    client = answer.get_json()["id"]
    [fact] = berta.get(f"/clients/{client}/story").get_json()["facts"]
    assert (fact["question"], fact["state"], fact["value"]) == ("client_name", "withheld", None)


def test_sent_twice_she_is_created_once(berta: Program) -> None:
    first, second = (
        berta.send("POST", "/clients", NEW, {"Idempotency-Key": "one"}) for _ in range(2)
    )
    assert first.data == second.data
    other = {**NEW, "anonymous": False}
    assert errors(berta, "POST", "/clients", other, headers={"Idempotency-Key": "one"}).keys() == {
        "Idempotency-Key"
    }


def test_every_problem_is_named(berta: Program) -> None:
    assert errors(berta, "POST", "/clients", {"more": 1}).keys() == {"unit", "more"}
    wrong = {**NEW, "facts": {"own_fear": 11, "bogus": "x"}}
    assert errors(berta, "POST", "/clients", wrong).keys() == {
        "facts.own_fear",
        "facts.bogus",
    }
    both = {**NEW, "anonymous": True}
    assert errors(berta, "POST", "/clients", both).keys() == {"facts.client_name"}


def test_an_officer_creates_nobody(app: Flask) -> None:
    answer = Program(app, "olga").send("POST", "/clients", {"unit": "datenschutz"})
    assert answer.status_code == 403
