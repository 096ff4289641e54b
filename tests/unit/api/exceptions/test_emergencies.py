from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select

from caseflow.api.exceptions.emergencies import (
    DeclaredEmergency,
    NewEmergency,
    Review,
    ReviewedEmergency,
)
from caseflow.database.tables.exceptions import EmergencyAccess
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

EMERGENCY: dict[str, Any] = {
    "unit": "beratung",
    "danger": "Sie ist bewusstlos.",
    "threatened": "sie selbst",
    "why_no_other_way": "Niemand erreicht das Frauenhaus.",
    "needed_categories": ["health"],
}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"danger": ""}, "danger"),
    ({"threatened": " "}, "threatened"),
    ({"why_no_other_way": "x" * 2001}, "why_no_other_way"),
    ({"needed_categories": []}, "needed_categories"),
    ({"needed_categories": ["whereabouts"]}, "needed_categories"),
    ({"needed_categories": ["weather"]}, "needed_categories"),
    ({"more": 1}, "more"),
]


def _declare(program: Program, client: UUID, **changed: object) -> "TestResponse":
    body = {**EMERGENCY, **changed}
    return program.send("POST", f"/clients/{client}/emergency-accesses", body)


def _declared(program: Program, client: UUID) -> UUID:
    answer = _declare(program, client)
    assert answer.status_code == 201, answer.text
    return UUID(answer.get_json()["id"])


def test_the_shapes_are_fixed() -> None:
    assert set(NewEmergency().fields) == set(EMERGENCY)
    assert set(DeclaredEmergency().fields) == {"id", "until"}
    assert set(Review().fields) == {"finding", "note"}
    assert set(ReviewedEmergency().fields) == {"id", "finding"}


def test_it_runs_for_limited_time(house: House, berta: Program, client: UUID) -> None:
    answer = _declare(berta, client)
    assert (answer.status_code, answer.get_json()["until"]) == (201, "2026-03-02T13:00:00Z")
    with house.sessions() as session:
        row = session.scalars(select(EmergencyAccess)).one()
    assert (str(row.id), row.categories) == (answer.get_json()["id"], ("health",))
    assert row.staff_id == house.staff["berta"]


def test_each_problem_stands_at_its_field(berta: Program, client: UUID) -> None:
    for changed, field in WRONG:
        assert wrong_fields(_declare(berta, client, **changed)) == {field}, changed
    assert _declare(berta, client, unit="wohnen").status_code == 400


def test_for_whom_she_does_not_exist_there_is_no_emergency(frieda: Program, client: UUID) -> None:
    assert is_as_unknown(lambda id_: _declare(frieda, id_, unit="frauenhaus"), client)
    assert is_as_unknown(lambda id_: _declare(frieda, id_, unit="frauenhaus", more=1), client)


def test_an_officer_reviews_it_once(berta: Program, olga: Program, client: UUID) -> None:
    address = f"/emergency-accesses/{_declared(berta, client)}/review"
    finding = {"finding": "unjustified", "note": "Die Kollegin war im Haus."}
    answer = olga.send("POST", address, finding)
    assert answer.status_code == 200
    assert answer.get_json() == {"id": address.split("/")[2], "finding": "unjustified"}
    assert olga.send("POST", address, finding).status_code == 409


def test_a_finding_is_one_of_two(berta: Program, olga: Program, client: UUID) -> None:
    address = f"/emergency-accesses/{_declared(berta, client)}/review"
    assert wrong_fields(olga.send("POST", address, {"finding": "maybe"})) == {"finding"}
    assert wrong_fields(olga.send("POST", address, {"more": 1})) == {"finding", "more"}
    unknown = f"/emergency-accesses/{uuid4()}/review"
    assert olga.send("POST", unknown, {"more": 1}).status_code == 404


def test_nobody_else_reviews_it(app: Flask, berta: Program, frieda: Program, client: UUID) -> None:
    emergency, lea = _declared(berta, client), Program(app, "lea", "beratung")
    address = f"/emergency-accesses/{emergency}/review"
    for program in (berta, lea):
        for body in ({"finding": "justified", "note": "ja"}, {}):
            assert program.send("POST", address, body).status_code == 403
    for body in ({"finding": "justified"}, {}):

        def ask(id_: UUID, body: object = body) -> "TestResponse":
            return frieda.send("POST", f"/emergency-accesses/{id_}/review", body)

        assert is_as_unknown(ask, emergency)


def test_whether_she_knows_is_recorded(berta: Program, olga: Program, client: UUID) -> None:
    address = f"/emergency-accesses/{_declared(berta, client)}/told"
    assert olga.send("POST", address, {"told": "not_yet"}).status_code == 422
    said = {"told": "not_yet", "why": "Er liest mit."}
    assert olga.send("POST", address, said).get_json()["told"] == "not_yet"
