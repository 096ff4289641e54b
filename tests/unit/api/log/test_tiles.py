from base64 import b64encode
from typing import Any
from uuid import UUID

import pytest

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.merkle.bundles import read_bundle
from caseflow.merkle.tree import leaf_hash, root
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import Program

BYTES = "application/octet-stream"


@pytest.fixture
def long_log(house: House) -> int:
    """Return the size of a log of more than one tile."""
    work = house.work()
    for _ in range(300):
        record(work, Trace(act=Act.LOGIN_FAIL))
    work.finish()
    return integrated(house)


def _bytes(program: Program, path: str) -> bytes:
    answer = program.get(f"/audit/tile/{path}")
    assert (answer.status_code, answer.content_type) == (200, BYTES)
    return bytes(answer.data)


def _leaves(program: Program, path: str) -> tuple[bytes, ...]:
    leaves = read_bundle(_bytes(program, path))
    assert leaves is not None
    return leaves


def test_a_whole_tile_and_the_root_are_made_again_from_the_entries(
    olga: Program, long_log: int
) -> None:
    assert long_log > 256
    size = int(olga.get("/audit/checkpoint").text.split("\n")[1])
    rest = size - 256
    full, partial = _leaves(olga, "entries/000"), _leaves(olga, f"entries/001.p/{rest}")
    assert (len(full), len(partial)) == (256, rest)
    assert b"".join(map(leaf_hash, full)) == _bytes(olga, "0/000")
    assert b"".join(map(leaf_hash, partial)) == _bytes(olga, f"0/001.p/{rest}")
    assert _bytes(olga, "1/000.p/1") == root(map(leaf_hash, full))
    checkpoint = olga.get("/audit/checkpoint").text
    grown = int(checkpoint.split("\n")[1]) - 256
    leaves = [*full, *_leaves(olga, f"entries/001.p/{grown}")]
    assert b64encode(root(map(leaf_hash, leaves))).decode() == checkpoint.split("\n")[2]


def test_a_tile_that_the_log_does_not_fill_is_as_an_address_that_is_not_there(
    olga: Program, long_log: int
) -> None:
    assert long_log < 512
    unknown = olga.get("/audit/nothing")
    for path in ("0/001", "0/001.p/255", "entries/001", "2/000.p/1", "0/1", "0/000/..", "x"):
        answer = olga.get(f"/audit/tile/{path}")
        assert (answer.status_code, answer.data) == (404, unknown.data), path


def test_each_tile_is_a_look_of_its_own(olga: Program, house: House) -> None:
    before: list[Any] = olga.get("/audit/entries", act="log.read").get_json()["items"]
    _bytes(olga, "0/000.p/1")
    after: list[Any] = olga.get("/audit/entries", act="log.read").get_json()["items"]
    assert len(after) == len(before) + 2  # the tile, and the look before it
    assert house.staff["olga"] in {UUID(each["staff"]) for each in after}


def test_nobody_else_learns_which_are_there(others: list[Program]) -> None:
    for program in others:
        answers = [program.get(f"/audit/tile/{path}") for path in ("0/000.p/1", "0/999", "x")]
        assert {(each.status_code, each.data) for each in answers} == {(403, answers[0].data)}
