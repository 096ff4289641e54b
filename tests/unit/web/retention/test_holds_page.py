from uuid import uuid4

from flask import Flask

from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.retention import held


def test_an_officer_holds_by_code_and_lifts(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    olga, to = visiting(app, "olga"), "/retention/holds"
    said = {"kind": "legal_hold", "client": known.code, "file_of": "", "reason": "Klage"}
    assert olga.send(to, "/retention", **{**said, "kind": ""}).status_code == 422
    assert olga.send(to, "/retention", **{**said, "file_of": "nowhere"}).status_code == 422
    assert olga.send(to, "/retention", **{**said, "client": str(uuid4())}).status_code == 404
    assert olga.send(to, "/retention", **said).status_code == 303
    page = olga.look("/retention").text
    assert str(known.id) in page
    assert "Klage" in page
    hold = held(house, None, house.units["beratung"])
    end, reason, unknown = f"{to}/{hold}/end", f"reason.{hold}", uuid4()
    assert olga.send(end, "/retention", **{reason: ""}).status_code == 422
    assert olga.send(end, "/retention", **{reason: "x" * 5000}).status_code == 422
    assert olga.send(end, "/retention", **{reason: "Vergleich"}).status_code == 303
    gone = olga.send(f"{to}/{unknown}/end", "/retention", **{f"reason.{unknown}": "x" * 5000})
    assert gone.status_code == 404
