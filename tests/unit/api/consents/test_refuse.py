from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from caseflow.api.consents.refuse import NewRefusal
from caseflow.api.schemas import Created
from caseflow.database.tables.consents import Refusal
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

REFUSAL: dict[str, Any] = {
    "to_units": ["frauenhaus"],
    "categories": ["health"],
    "purposes": ["case_work"],
    "language": "de",
}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"to_units": []}, "to_units"),
    ({"categories": []}, "categories"),
    ({"purposes": []}, "purposes"),
    ({"to_units": ["mond"]}, "to_units"),
    ({"categories": ["weather"]}, "categories"),
    ({"language": "xx"}, "language"),
    ({"more": 1}, "more"),
]


def test_the_shape_is_fixed() -> None:
    assert set(Created().fields) == {"id"}
    assert set(NewRefusal().fields) == {*REFUSAL, "partner"}


def test_her_no_is_recorded(house: House, berta: Program, client: UUID) -> None:
    answer = berta.send("POST", f"/clients/{client}/refusals", REFUSAL)
    assert answer.status_code == 201
    with house.sessions() as session:
        row = session.scalars(select(Refusal)).one()
    assert str(row.id) == answer.get_json()["id"]
    assert (row.to_units, row.categories) == ((house.units["frauenhaus"],), ("health",))


def test_each_problem_stands_at_its_field(berta: Program, client: UUID) -> None:
    for changed, field in WRONG:
        answer = berta.send("POST", f"/clients/{client}/refusals", {**REFUSAL, **changed})
        assert wrong_fields(answer) == {field}, changed


def test_closed_and_unknown_are_one(frieda: Program, client: UUID) -> None:
    for body in (REFUSAL, {"more": 1}):

        def ask(id_: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return frieda.send("POST", f"/clients/{id_}/refusals", body)

        assert is_as_unknown(ask, client)
