from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from caseflow.api.exceptions.apart import TheOther
from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Case
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import created
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

WHY = {"reason": "Namensgleichheit"}


@pytest.fixture
def lea(app: Flask) -> Program:
    return Program(app, "lea", "beratung")


@pytest.fixture
def his(house: House) -> Known:
    return created(house, house.actor("frieda", "frauenhaus"))


@pytest.fixture
def hers(house: House) -> Known:
    return created(house, house.actor("lea", "beratung"))


def test_the_shape_is_fixed() -> None:
    assert set(TheOther().fields) == {"client", "code", "mine"}


def test_by_the_code_they_are_kept_apart_until_it_is_lifted(
    app: Flask, lea: Program, hers: Known, his: Known
) -> None:
    frieda = Program(app, "frieda", "frauenhaus")
    answer = lea.send("POST", f"/clients/{hers.id}/kept-apart", {"code": his.code})
    assert answer.status_code == 201, answer.text
    pair = answer.get_json()["id"]
    assert is_as_unknown(lambda id_: frieda.get(f"/clients/{id_}"), hers.id)
    assert is_as_unknown(lambda id_: lea.get(f"/clients/{id_}"), his.id)
    lookup = {"code": his.code, "unit": "beratung"}
    assert lea.send("POST", "/clients/lookup", lookup).status_code == 404
    address = f"/clients/{hers.id}/kept-apart/{pair}"
    assert wrong_fields(lea.send("DELETE", address, {})) == {"reason"}
    assert lea.send("DELETE", address, WHY).status_code == 204
    assert lea.send("DELETE", address, WHY).status_code == 409
    assert lea.send("POST", "/clients/lookup", lookup).status_code == 200


def test_with_both_open_one_is_named_by_id(
    house: House, app: Flask, lea: Program, hers: Known
) -> None:
    berta = Program(app, "berta", "beratung")
    other = created(house, house.actor("berta", "beratung"))
    body = {"client": str(other.id), "mine": True}
    answer = berta.send("POST", f"/clients/{hers.id}/kept-apart", body)
    assert answer.status_code == 422
    assert wrong_fields(answer) == {"staff"}
    assert other.code in answer.text
    body["mine"] = False
    assert berta.send("POST", f"/clients/{hers.id}/kept-apart", body).status_code == 201
    assert is_as_unknown(lambda id_: berta.get(f"/clients/{id_}"), hers.id)
    assert is_as_unknown(lambda id_: lea.get(f"/clients/{id_}"), other.id)
    with house.sessions() as session:
        case = session.scalars(select(Case).where(Case.client_id == hers.id)).one()
    assignment = {"staff": [str(house.staff["lea"])], "restricted": False}
    refused = lea.send("PUT", f"/cases/{case.id}/assignment", assignment)
    assert wrong_fields(refused) == {"restricted"}
    both = [str(house.staff[name]) for name in ("lea", "berta")]
    refused = lea.send("PUT", f"/cases/{case.id}/assignment", {"staff": both, "restricted": True})
    assert wrong_fields(refused) == {"staff"}


def test_each_problem_stands_at_its_field(lea: Program, hers: Known, his: Known) -> None:
    address = f"/clients/{hers.id}/kept-apart"
    both = {"client": str(his.id), "code": his.code}
    for body, field in (
        ({}, "code"),
        (both, "code"),
        ({"code": "1234"}, "code"),
        ({"client": str(hers.id)}, "client"),
        ({"client": "she"}, "client"),
        ({"client": str(his.id), "more": 1}, "more"),
    ):
        assert wrong_fields(lea.send("POST", address, body)) == {field}


def test_nobody_learns_of_one_who_is_not_before_her(
    app: Flask, lea: Program, hers: Known, his: Known
) -> None:
    def beside(id_: UUID) -> "TestResponse":
        return lea.send("POST", f"/clients/{hers.id}/kept-apart", {"client": str(id_)})

    assert is_as_unknown(beside, his.id)
    wanda = Program(app, "wanda", "wohnen")
    for body in ({"code": his.code}, {"client": str(his.id)}, {}, {"code": "1234"}):

        def keep(id_: UUID, body: object = body) -> "TestResponse":
            return wanda.send("POST", f"/clients/{id_}/kept-apart", body)

        assert is_as_unknown(keep, hers.id)

    def lift(id_: UUID) -> "TestResponse":
        return lea.send("DELETE", f"/clients/{hers.id}/kept-apart/{id_}", WHY)

    assert is_as_unknown(lift, uuid4())


def test_codes_that_nobody_has_are_throttled_here_too(
    house: House, lea: Program, hers: Known
) -> None:
    free = house.around.configuration.limits.lookup.free
    body = {"code": new_code()}
    for _ in range(free):
        answer = lea.send("POST", f"/clients/{hers.id}/kept-apart", body)
        assert answer.status_code == 404
    assert lea.send("POST", f"/clients/{hers.id}/kept-apart", body).status_code == 429


def test_an_officer_lifts_by_the_ids_of_the_log(
    app: Flask, lea: Program, hers: Known, his: Known
) -> None:
    made = lea.send("POST", f"/clients/{hers.id}/kept-apart", {"code": his.code})
    olga = Program(app, "olga", "datenschutz")
    address = f"/clients/{his.id}/kept-apart/{made.get_json()['id']}"
    assert olga.send("DELETE", address, {}).status_code == 422
    key = {"Idempotency-Key": "k"}
    for _ in range(2):
        assert olga.send("DELETE", address, WHY, key).status_code == 204
