from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from flask import Flask

from caseflow.api.exceptions.lawful import NewException, SecondPerson
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.clients import Known, case_at
from tests.factories.house import House
from tests.factories.lawful import CHILD, ORDER, exception_row
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

EXCEPTION: dict[str, Any] = {
    **CHILD,
    "unit": "frauenhaus",
    "kind": "child_protection",
    "from_units": ["beratung"],
    "categories": ["violence"],
    "purpose": "safety",
}
YES = {"agreed": True, "note": "Geprüft."}
NO = {"agreed": False, "note": "Nicht ohne sie."}


@pytest.fixture
def known(house: House, client: UUID) -> UUID:
    """Return the client of counselling, of whom the shelter has a case too."""
    case_at(house, house.actor("frieda", "frauenhaus"), Known(client, "W3GY-5RZ4-WQKE-FT79-2F"))
    return client


@pytest.fixture
def lea(app: Flask) -> Program:
    return Program(app, "lea", "beratung")


def _declare(program: Program, client: UUID, **changed: object) -> "TestResponse":
    return program.send("POST", f"/clients/{client}/exceptions", {**EXCEPTION, **changed})


def _declared(program: Program, client: UUID) -> UUID:
    answer = _declare(program, client)
    assert answer.status_code == 201, answer.text
    return UUID(answer.get_json()["id"])


def test_the_shapes_are_fixed() -> None:
    texts = {*CHILD, *ORDER, "issued_on"}
    assert set(NewException().fields) == {*EXCEPTION, *texts, "expressly", "until"}
    assert set(SecondPerson().fields) == set(YES)


def test_declared_agreed_to_and_ended(
    house: House, frieda: Program, lea: Program, known: UUID
) -> None:
    exception = _declared(frieda, known)
    assert exception_row(house, exception).purpose == "safety"
    address = f"/exceptions/{exception}"
    answer = lea.send("POST", f"{address}/agreement", YES)
    assert (answer.status_code, answer.get_json()) == (
        200,
        {"id": str(exception), "agreed": True},
    )
    assert lea.send("POST", f"{address}/agreement", YES).status_code == 409
    ended = frieda.send("DELETE", address)
    assert (ended.status_code, ended.data) == (204, b"")
    assert frieda.send("DELETE", address).status_code == 409


def test_a_refusal_ends_it(house: House, frieda: Program, olga: Program, known: UUID) -> None:
    exception = _declared(frieda, known)
    answer = olga.send("POST", f"/exceptions/{exception}/agreement", NO)
    assert answer.get_json()["agreed"] is False
    assert exception_row(house, exception).refused


def test_an_order_carries_its_paper(house: House, frieda: Program, known: UUID) -> None:
    paper = {**ORDER, "kind": "order", "issued_on": "2026-03-01", "until": "2026-03-31"}
    answer = _declare(frieda, known, **paper)
    assert answer.status_code == 201, answer.text
    assert exception_row(house, UUID(answer.get_json()["id"])).kind == "order"


def test_each_problem_stands_at_its_field(frieda: Program, lea: Program, known: UUID) -> None:
    for changed, field in (
        ({"kind": "wish"}, "kind"),
        ({"indications": " "}, "indications"),
        ({"from_units": ["nirgends"]}, "from_units"),
        ({"categories": ["whereabouts"]}, "categories"),
        ({"expressly": ["violence"]}, "expressly"),
        ({"purpose": "curiosity"}, "purpose"),
        ({"until": "2030-01-01"}, "until"),
        ({"more": 1}, "more"),
    ):
        assert wrong_fields(_declare(frieda, known, **changed)) == {field}, changed
    address = f"/exceptions/{_declared(frieda, known)}/agreement"
    assert wrong_fields(lea.send("POST", address, {"agreed": "ja"})) == {"agreed", "note"}
    assert wrong_fields(lea.send("POST", address, {**YES, "note": " "})) == {"note"}


def test_for_whom_she_does_not_exist_there_is_none(
    app: Flask, frieda: Program, known: UUID
) -> None:
    wanda, exception = Program(app, "wanda"), _declared(frieda, known)
    assert is_as_unknown(lambda id_: _declare(wanda, id_, unit="wohnen"), known)
    for body in (YES, {"more": 1}):

        def ask(id_: UUID, body: object = body) -> "TestResponse":
            return wanda.send("POST", f"/exceptions/{id_}/agreement", body)

        assert is_as_unknown(ask, exception)
    assert is_as_unknown(lambda id_: wanda.send("DELETE", f"/exceptions/{id_}"), exception)
