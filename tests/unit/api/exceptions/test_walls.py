from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from flask import Flask

from caseflow.api.exceptions.walls import NewWall, WhyLifted
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

WHY = {"reason": "Namensgleichheit"}


@pytest.fixture
def lea(app: Flask) -> Program:
    return Program(app, "lea", "beratung")


def _wall(program: Program, client: UUID, staff: UUID) -> UUID:
    answer = program.send("POST", f"/clients/{client}/walls", {"staff": str(staff)})
    assert answer.status_code == 201, answer.text
    return UUID(answer.get_json()["id"])


def test_the_shapes_are_fixed() -> None:
    assert set(NewWall().fields) == {"staff"}
    assert set(WhyLifted().fields) == {"reason"}


def test_the_walled_finds_nobody_until_it_is_lifted(
    house: House, berta: Program, lea: Program, client: UUID
) -> None:
    wall = _wall(lea, client, house.staff["berta"])
    assert is_as_unknown(lambda id_: berta.get(f"/clients/{id_}"), client)
    assert is_as_unknown(lambda id_: berta.send("POST", f"/clients/{id_}/walls", {}), client)
    lifted = lea.send("DELETE", f"/clients/{client}/walls/{wall}", WHY)
    assert (lifted.status_code, lifted.data) == (204, b"")
    assert berta.get(f"/clients/{client}").status_code == 200
    assert lea.send("DELETE", f"/clients/{client}/walls/{wall}", WHY).status_code == 409


def test_the_same_wall_stands_once(house: House, lea: Program, client: UUID) -> None:
    first, second = (_wall(lea, client, house.staff["ida"]) for _ in range(2))
    assert first == second


def test_each_problem_stands_at_its_field(house: House, lea: Program, client: UUID) -> None:
    walls = f"/clients/{client}/walls"
    for body in ({"staff": str(uuid4())}, {"staff": "berta"}, {}):
        assert wrong_fields(lea.send("POST", walls, body)) == {"staff"}
    one = f"{walls}/{_wall(lea, client, house.staff['ida'])}"
    for reason in (None, {}, {"reason": " "}):
        assert wrong_fields(lea.send("DELETE", one, reason)) == {"reason"}
    assert wrong_fields(lea.send("DELETE", one, {**WHY, "more": 1})) == {"more"}


def test_a_case_worker_puts_up_none_and_lifts_none(
    house: House, berta: Program, lea: Program, client: UUID
) -> None:
    wall = _wall(lea, client, house.staff["ida"])
    for body in ({"staff": str(house.staff["ida"])}, {}):
        assert berta.send("POST", f"/clients/{client}/walls", body).status_code == 403
    for named in (wall, uuid4()):
        for reason in (WHY, {}):
            address = f"/clients/{client}/walls/{named}"
            assert berta.send("DELETE", address, reason).status_code == 403


def test_closed_and_unknown_are_one(app: Flask, house: House, lea: Program, client: UUID) -> None:
    wall, other = _wall(lea, client, house.staff["ida"]), Program(app, "lea", "frauenhaus")
    for body in (WHY, {}):

        def lift(id_: UUID, body: object = body) -> "TestResponse":
            return other.send("DELETE", f"/clients/{id_}/walls/{wall}", body)

        def lift_unknown(id_: UUID, body: object = body) -> "TestResponse":
            return lea.send("DELETE", f"/clients/{client}/walls/{id_}", body)

        assert is_as_unknown(lift, client)
        assert is_as_unknown(lift_unknown, uuid4())
    assert is_as_unknown(lambda id_: other.send("POST", f"/clients/{id_}/walls", {}), client)


def test_an_answer_is_given_twice_and_done_once(house: House, lea: Program, client: UUID) -> None:
    wall, key = _wall(lea, client, house.staff["ida"]), {"Idempotency-Key": "k"}
    for _ in range(2):
        answer = lea.send("DELETE", f"/clients/{client}/walls/{wall}", WHY, key)
        assert answer.status_code == 204
