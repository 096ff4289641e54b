from uuid import UUID

from caseflow.api.retention.holds import HoldEnd, NewHold, StandingHold
from tests.factories.agreeing import wrong_fields
from tests.factories.programs import Program


def test_the_shapes_are_fixed() -> None:
    assert set(NewHold().fields) == {"kind", "client", "file_of", "reason"}
    assert set(HoldEnd().fields) == {"reason"}
    assert set(StandingHold().fields) == {
        "id",
        "kind",
        "client",
        "file_of",
        "set_by",
        "set_at",
        "reason",
    }


def test_set_shown_and_lifted_by_officers_alone(
    olga: Program, berta: Program, client: UUID
) -> None:
    hold = {"kind": "legal_hold", "client": str(client), "file_of": "beratung", "reason": "Klage"}
    assert berta.send("POST", "/holds", hold).status_code == 403
    made = olga.send("POST", "/holds", hold)
    assert made.status_code == 201, made.text
    [standing] = olga.get("/holds").get_json()["items"]
    assert (standing["client"], standing["file_of"]) == (str(client), "beratung")
    assert standing["reason"] == "Klage"
    end = f"/holds/{standing['id']}/end"
    assert olga.send("POST", end, {"reason": "Vergleich"}).status_code == 204
    assert olga.get("/holds").get_json() == {"items": []}
    assert olga.send("POST", end, {"reason": "Vergleich"}).status_code == 409


def test_a_unit_that_is_none_is_named(olga: Program) -> None:
    hold = {"kind": "legal_hold", "file_of": "nowhere", "reason": "Klage"}
    assert wrong_fields(olga.send("POST", "/holds", hold)) == {"file_of"}
    whole = olga.send("POST", "/holds", {"kind": "restriction", "reason": "Klage"})
    assert wrong_fields(whole) == {"client"}
