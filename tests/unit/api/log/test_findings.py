from uuid import uuid4

from tests.factories.programs import Program

ADDRESS = "/audit/findings"


def test_a_finding_is_kept_read_and_closed(olga: Program) -> None:
    said = {"rule": "own", "positions": [3], "note": "Die eigene Cousine."}
    kept = olga.send("POST", ADDRESS, said).get_json()["id"]
    [found] = olga.get(ADDRESS).get_json()["items"]
    assert (found["id"], found["note"], found["done"]) == (kept, "Die eigene Cousine.", None)
    closing = f"{ADDRESS}/{kept}/closure"
    assert olga.send("POST", closing, {"done": "Besprochen."}).status_code == 200
    assert olga.send("POST", closing, {"done": "Wieder."}).status_code == 409
    assert olga.get(ADDRESS).get_json()["items"][0]["done"] == "Besprochen."


def test_what_cannot_be_meant_is_named(olga: Program) -> None:
    said = {"rule": "gossip", "positions": [-1], "note": ""}
    assert olga.send("POST", ADDRESS, said).status_code == 422
    unknown = olga.send("POST", f"{ADDRESS}/{uuid4()}/closure", {"done": "x"})
    assert unknown.status_code == 404
