from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select

from caseflow.api.handovers.send import NewHandover, NewSlip
from caseflow.database.tables.handovers import Handover
from tests.factories.agreeing import agree, is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

SLIP: dict[str, Any] = {"urgency": "today", "languages": ["uk", "ru"], "children": 2}
HANDOVER: dict[str, Any] = {"from_unit": "beratung", "to_unit": "frauenhaus", "slip": SLIP}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"slip": {**SLIP, "urgency": "never"}}, "slip.urgency"),
    ({"slip": {**SLIP, "languages": []}}, "slip.languages"),
    ({"slip": {**SLIP, "children": 99}}, "slip.children"),
    ({"slip": {**SLIP, "children": "2"}}, "slip.children"),
    ({"slip": {**SLIP, "note": "Amira aus Unna"}}, "slip.note"),
    ({"slip": {**SLIP, "more": 1}}, "slip.more"),
    ({"to_unit": "mond"}, "to_unit"),
    ({"to_unit": "beratung"}, "to_unit"),
    ({"to_unit": "datenschutz"}, "to_unit"),
    ({"consent": str(uuid4())}, "consent"),
    ({"consent": "x"}, "consent"),
    ({"more": 1}, "more"),
]


def _send(
    program: Program, client: UUID, body: dict[str, Any], headers: dict[str, str] | None = None
) -> "TestResponse":
    return program.send("POST", f"/clients/{client}/handovers", body, headers)


def test_the_shape_is_fixed() -> None:
    assert set(NewHandover().fields) == {"from_unit", "to_unit", "consent", "slip"}
    assert set(NewSlip().fields) == {"urgency", "languages", "children", "note"}


def test_it_goes_with_and_without_a_consent(house: House, berta: Program, client: UUID) -> None:
    without = _send(berta, client, {**HANDOVER, "consent": None})
    consent = agree(berta, client)
    noted = {**HANDOVER, "consent": consent, "slip": {**SLIP, "note": "Sie kommt um drei."}}
    carried = _send(berta, client, noted)
    assert (without.status_code, carried.status_code) == (201, 201)
    with house.sessions() as session:
        rows = {row.id: row.consent_id for row in session.scalars(select(Handover))}
    assert rows == {
        UUID(without.get_json()["id"]): None,
        UUID(carried.get_json()["id"]): UUID(consent),
    }


def test_each_problem_stands_at_its_field(berta: Program, client: UUID) -> None:
    for changed, field in WRONG:
        assert wrong_fields(_send(berta, client, {**HANDOVER, **changed})) == {field}, changed


def test_it_goes_from_the_acting_unit_alone(berta: Program, client: UUID) -> None:
    for named in (client, uuid4()):
        assert _send(berta, named, {**HANDOVER, "from_unit": "wohnen"}).status_code == 400


def test_closed_and_unknown_are_one(frieda: Program, client: UUID) -> None:
    mine = {**HANDOVER, "from_unit": "frauenhaus", "to_unit": "wohnen"}
    for body in (mine, {}, {**mine, "to_unit": "mond"}):

        def ask(id_: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return _send(frieda, id_, body)

        assert is_as_unknown(ask, client)


def test_intake_sends_nobody(app: Flask) -> None:
    ida = Program(app, "ida")
    own = UUID(ida.send("POST", "/clients", {"unit": "wohnen"}).get_json()["id"])
    body = {**HANDOVER, "from_unit": "wohnen"}
    assert [_send(ida, own, each).status_code for each in (body, {})] == [403, 403]
    assert _send(ida, uuid4(), body).status_code == 404


def test_what_is_sent_twice_goes_once(house: House, berta: Program, client: UUID) -> None:
    key = {"Idempotency-Key": "k"}
    first, again = _send(berta, client, HANDOVER, key), _send(berta, client, HANDOVER, key)
    assert (first.status_code, first.data) == (201, again.data)
    with house.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Handover)) == 1
    other = _send(berta, client, {**HANDOVER, "to_unit": "wohnen"}, key)
    assert wrong_fields(other) == {"Idempotency-Key"}
