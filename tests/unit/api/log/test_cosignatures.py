from pathlib import Path

from caseflow.audit.witness_key import cosigner_at
from tests.factories.programs import Program


def test_a_cosignature_is_handed_in(olga: Program, tmp_path: Path) -> None:
    nothing = olga.get("/audit/cosignatures").get_json()
    assert (nothing["size"], nothing["at"]) == (0, None)
    cosigner = cosigner_at(tmp_path / "key")
    note = cosigner.cosign(olga.get("/audit/checkpoint").text, 1_772_442_000)
    sent = {"note": note, "key": cosigner.key_text}
    given = olga.send("POST", "/audit/cosignatures", sent)
    assert given.status_code == 200
    assert given.get_json()["at"] == "2026-03-02T09:00:00Z"
    assert olga.get("/audit/cosignatures").get_json()["size"] == given.get_json()["size"] > 0
    forged = olga.send("POST", "/audit/cosignatures", sent | {"note": "x"})
    assert forged.status_code == 422
