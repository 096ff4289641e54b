from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from flask import Flask

from caseflow.api.merges import (
    Merge,
    MergedRecord,
    MergeUndoing,
    NewMerge,
)
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.clients import Known, new_client
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.test import TestResponse

WHY = "Sie hat beide Karten gezeigt."


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    """Return two clients of counselling."""
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta)


@pytest.fixture
def lea(app: Flask) -> Program:
    return Program(app, "lea", "beratung")


def sent(one: Known, other: Known) -> tuple[str, dict[str, object]]:
    return f"/clients/{one.id}/merges", {"unit": "beratung", "code": other.code, "reason": WHY}


def test_the_shapes_are_fixed() -> None:
    assert set(NewMerge().fields) == {"unit", "code", "client", "reason"}
    assert set(MergeUndoing().fields) == {"reason"}
    assert set(MergedRecord().fields) == {"id", "code"}
    assert set(Merge().fields) == {
        "id",
        "records",
        "unit",
        "proposed_by",
        "proposed_at",
        "agreed_at",
        "answerable",
        "undoable",
    }


def test_proposed_agreed_to_and_undone(
    house: House, berta: Program, lea: Program, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    made = berta.send("POST", *sent(one, other))
    assert made.status_code == 201, made.text
    merge = UUID(made.get_json()["id"])
    [waits] = lea.get("/merges").get_json()["items"]
    assert waits["records"] == [
        {"id": str(one.id), "code": one.code},
        {"id": str(other.id), "code": other.code},
    ]
    assert (waits["unit"], waits["answerable"], waits["agreed_at"]) == ("beratung", True, None)
    assert waits["proposed_by"] == str(house.staff["berta"])
    address = f"/merges/{merge}"
    assert berta.send("POST", f"{address}/agreement", {"agreed": True}).status_code == 403
    agreed = lea.send("POST", f"{address}/agreement", {"agreed": True})
    assert (agreed.status_code, agreed.get_json()) == (200, {"id": str(merge), "agreed": True})
    assert lea.send("POST", f"{address}/agreement", {"agreed": True}).status_code == 409
    assert wrong_fields(lea.send("POST", f"{address}/undoing", {"reason": " "})) == {"reason"}
    undone = lea.send("POST", f"{address}/undoing", {"reason": "Es waren zwei."})
    assert (undone.status_code, undone.data) == (204, b"")
    assert lea.send("POST", f"{address}/undoing", {"reason": "Es waren zwei."}).status_code == 409


def test_who_has_one_of_them_alone_is_told_nothing(
    app: Flask, berta: Program, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    merge = UUID(berta.send("POST", *sent(one, other)).get_json()["id"])
    wanda = Program(app, "wanda")
    hers = {**sent(one, other)[1], "unit": "wohnen"}
    assert is_as_unknown(lambda id_: wanda.send("POST", f"/clients/{id_}/merges", hers), one.id)
    for act, key, values in (("agreement", "agreed", (True, 1)), ("undoing", "reason", ("a", " "))):
        for value in values:
            assert is_as_unknown(_sending(wanda, act, {key: value}), merge)
    assert wanda.get("/merges").get_json() == {"items": []}


def _sending(program: Program, act: str, body: dict[str, Any]) -> "Callable[[UUID], TestResponse]":
    return lambda id_: program.send("POST", f"/merges/{id_}/{act}", body)


def test_each_problem_stands_at_its_field(berta: Program, pair: tuple[Known, Known]) -> None:
    one, other = pair
    address, body = sent(one, other)
    for changed, field in (
        ({"code": "nonsense"}, "code"),
        ({"code": one.code}, "code"),
        ({"reason": " "}, "reason"),
        ({"more": 1}, "more"),
    ):
        assert wrong_fields(berta.send("POST", address, {**body, **changed})) == {field}, changed
