from base64 import b64decode
from typing import Any
from uuid import UUID

from caseflow.api.log.proofs import AskConsistency, AskInclusion, GivenProof
from caseflow.merkle.bundles import read_bundle
from caseflow.merkle.proofs import verify_consistency, verify_inclusion
from caseflow.merkle.tree import leaf_hash
from tests.factories.agreeing import wrong_fields
from tests.factories.programs import Program


def _head(program: Program) -> tuple[int, bytes]:
    _, size, root, *_ = program.get("/audit/checkpoint").text.split("\n")
    return int(size), b64decode(root)


def _hashes(program: Program, kind: str, **query: int) -> list[bytes]:
    answer = program.get(f"/audit/proofs/{kind}", **query)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()
    return [b64decode(each) for each in told["hashes"]]


def test_the_shapes_are_fixed() -> None:
    assert set(GivenProof().fields) == {"hashes"}
    assert set(AskInclusion().fields) == {"index", "size"}
    assert set(AskConsistency().fields) == {"first", "second"}


def test_an_entry_is_in_the_log(olga: Program, client: UUID) -> None:
    [entry] = olga.get("/audit/entries", client=str(client), act="story.read").get_json()["items"]
    size, root = _head(olga)
    bundle = read_bundle(olga.get(f"/audit/tile/entries/000.p/{size}").data)
    assert bundle is not None
    leaf = leaf_hash(bundle[entry["index"]])
    proof = _hashes(olga, "inclusion", index=entry["index"], size=size)
    assert verify_inclusion(leaf, entry["index"], size, proof, root)
    assert not verify_inclusion(leaf_hash(b"x"), entry["index"], size, proof, root)


def test_the_log_only_grew(olga: Program, client: UUID) -> None:
    first, old = _head(olga)
    assert olga.get("/audit/entries", client=str(client)).status_code == 200
    second, new = _head(olga)
    proof = _hashes(olga, "consistency", first=first, second=second)
    assert first < second
    assert verify_consistency(first, second, proof, old, new)
    assert not verify_consistency(first, second, proof, new, new)


def test_what_the_log_does_not_hold_is_named_at_its_field(olga: Program) -> None:
    size, _ = _head(olga)
    for kind, query, wrong in (
        ("inclusion", {"index": size, "size": size}, {"index"}),
        ("inclusion", {"index": 0, "size": 10**30}, {"size"}),
        ("inclusion", {"index": -1, "size": "x"}, {"index", "size"}),
        ("inclusion", {}, {"index", "size"}),
        ("consistency", {"first": 2, "second": 1}, {"first"}),
        ("consistency", {"first": 0, "second": size + 100}, {"second"}),
        ("consistency", {"first": 1, "second": 1, "third": 1}, {"third"}),
    ):
        assert wrong_fields(olga.get(f"/audit/proofs/{kind}", **query)) == wrong, query


def test_nobody_else_gets_a_proof(others: list[Program]) -> None:
    for program in others:
        answers = [
            program.get("/audit/proofs/inclusion", index=0, size=1),
            program.get("/audit/proofs/inclusion", index=10**6, size=1),
            program.get("/audit/proofs/consistency"),
        ]
        assert {(each.status_code, each.data) for each in answers} == {(403, answers[0].data)}
