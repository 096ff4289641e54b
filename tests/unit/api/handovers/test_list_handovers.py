from typing import Any
from uuid import UUID

from caseflow.api.handovers.list_handovers import ShownHandover, ShownPerson, ShownSlip
from tests.factories.agreeing import agree, wrong_fields
from tests.factories.programs import Program

SLIP: dict[str, Any] = {"urgency": "today", "languages": ["uk", "ru"], "children": 2}
HANDOVER: dict[str, Any] = {"from_unit": "beratung", "to_unit": "frauenhaus", "slip": SLIP}


def _listed(program: Program, **query: str) -> list[dict[str, Any]]:
    answer = program.get("/handovers", **query)
    assert answer.status_code == 200, answer.text
    assert answer.get_json()["next"] is None
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def test_the_shape_is_fixed() -> None:
    assert set(ShownHandover().fields) == {
        "id",
        "from_unit",
        "to_unit",
        "state",
        "slip",
        "client",
        "person",
        "reason",
        "sent_at",
        "expires_at",
        "decided_at",
    }
    assert set(ShownSlip().fields) == {"urgency", "languages", "children", "note"}
    assert set(ShownPerson().fields) == {"code", "name", "birth_year"}


def test_without_a_consent_nothing_points_to_her(
    berta: Program, frieda: Program, client: UUID
) -> None:
    made = berta.send("POST", f"/clients/{client}/handovers", HANDOVER).get_json()["id"]
    [shown] = _listed(frieda, unit="frauenhaus", direction="in")
    assert shown == {
        "id": made,
        "from_unit": "beratung",
        "to_unit": "frauenhaus",
        "state": "open",
        "slip": {**SLIP, "note": None},
        "client": None,
        "person": None,
        "reason": None,
        "sent_at": "2026-03-02T09:00:00Z",
        "expires_at": shown["expires_at"],
        "decided_at": None,
    }
    assert _listed(frieda, direction="out") == _listed(berta, direction="in") == []
    [own] = _listed(berta, direction="out")
    assert (own["id"], own["client"], own["person"]) == (made, str(client), None)


def test_a_consent_carries_who_she_is(berta: Program, frieda: Program, client: UUID) -> None:
    slip = {**SLIP, "note": "Sie kommt um drei."}
    sent = {**HANDOVER, "consent": agree(berta, client), "slip": slip}
    made = berta.send("POST", f"/clients/{client}/handovers", sent).get_json()["id"]
    [shown] = _listed(frieda)
    assert (shown["client"], shown["slip"]["note"]) == (str(client), "Sie kommt um drei.")
    assert (shown["person"]["name"], shown["person"]["birth_year"]) == ("Öztürk", None)
    assert shown["person"]["code"]
    berta.send("POST", f"/clients/{client}/withdrawal")
    [closed] = _listed(frieda)
    assert (closed["id"], closed["state"]) == (made, "withdrawn")
    assert (closed["client"], closed["slip"], closed["person"]) == (None, None, None)


def test_why_it_was_declined_comes_back(berta: Program, frieda: Program, client: UUID) -> None:
    made = berta.send("POST", f"/clients/{client}/handovers", HANDOVER).get_json()["id"]
    frieda.send("POST", f"/handovers/{made}/decline", {"reason": "Das Haus ist voll."})
    [shown] = _listed(berta, direction="out")
    assert (shown["state"], shown["reason"]) == ("declined", "Das Haus ist voll.")
    assert shown["decided_at"] == "2026-03-02T09:00:00Z"


def test_a_wrong_question_is_named_at_its_field(frieda: Program) -> None:
    answer = frieda.get("/handovers", direction="up", limit="x", cursor="x", more=1)
    assert wrong_fields(answer) == {"direction", "limit", "cursor", "more"}
    assert frieda.get("/handovers", unit="wohnen").status_code == 400


def test_they_come_page_by_page(berta: Program, frieda: Program, client: UUID) -> None:
    for _ in range(3):
        berta.send("POST", f"/clients/{client}/handovers", HANDOVER)
    first = frieda.get("/handovers", limit=2).get_json()
    second = frieda.get("/handovers", limit=2, cursor=first["next"]).get_json()
    assert len({each["id"] for each in first["items"] + second["items"]}) == 3
    assert second["next"] is None


def test_an_officer_sees_none(olga: Program) -> None:
    assert olga.get("/handovers").status_code == 403
