from uuid import UUID

from caseflow.api.disclosures.follow_up import NewNote
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.programs import Program
from tests.factories.telling import Ready


def test_the_shape_is_fixed() -> None:
    assert set(NewNote().fields) == {"kind", "text"}


def test_the_receipt_is_noted_once(berta: Program, ready: Ready, address: str) -> None:
    made = ready.told()
    noted = berta.send("POST", f"/disclosures/{made.id}/acknowledgement")
    assert (noted.status_code, noted.get_json()) == (200, {"id": str(made.id)})
    assert berta.get(address).get_json()["items"][0]["acknowledged_at"] is not None
    assert berta.get("/disclosures").get_json()["items"] == []
    assert berta.send("POST", f"/disclosures/{made.id}/acknowledgement").status_code == 409


def test_what_came_of_it_is_noted(berta: Program, ready: Ready) -> None:
    made = ready.told()
    notes = f"/disclosures/{made.id}/notes"
    for kind in ("answer", "difficulty"):
        assert berta.send("POST", notes, {"kind": kind, "text": "x"}).status_code == 201
    assert wrong_fields(berta.send("POST", notes, {"kind": "song", "text": "x"})) == {"kind"}
    assert wrong_fields(berta.send("POST", notes, {"kind": "answer"})) == {"text"}


def test_closed_and_unknown_are_one(frieda: Program, ready: Ready) -> None:
    made = ready.told()
    for path in ("acknowledgement", "notes"):
        for body in ({}, {"kind": "answer", "text": "x"}):

            def ask(disclosure: UUID, path: str = path, body: dict[str, str] = body) -> object:
                return frieda.send("POST", f"/disclosures/{disclosure}/{path}", body)

            assert is_as_unknown(ask, made.id)  # type: ignore[arg-type] # what a test client answers
