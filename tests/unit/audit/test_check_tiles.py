import pytest

from caseflow.audit.check_tiles import check_tiles
from caseflow.audit.findings import Fault, Finding, Findings
from caseflow.audit.stored_tiles import write_tiles
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import Tile
from caseflow.merkle.tree import leaf_hash, root
from tests.factories.log import Log

TOPS = [leaf_hash(b"%d" % number) for number in range(300)]
SOUND = {
    Tile(1, 0): b"".join(TOPS[:256]),
    Tile(1, 1, 45): b"".join([*TOPS[256:], leaf_hash(b"newer")]),
    Tile(2, 0, 1): root(TOPS[:256]),
}


@pytest.fixture
def work(log: Log) -> Work:
    work = log.work()
    write_tiles(work, SOUND)
    return work


def found(work: Work) -> tuple[Finding, ...]:
    findings = Findings()
    check_tiles(work, TOPS, findings)
    return findings.in_order()


def test_tiles_over_their_tiles_are_sound_and_may_have_grown(work: Work) -> None:
    assert found(work) == ()


@pytest.mark.parametrize("tile", SOUND)
def test_a_changed_or_shortened_tile_is_named(work: Work, tile: Tile) -> None:
    named = (Finding(Fault.TILE_DIFFERS, None, f"tile {tile.index} of level {tile.level}"),)
    for wrong in (b"\0" + SOUND[tile][1:], SOUND[tile][:31], b""):
        write_tiles(work, {tile: wrong})
        assert found(work) == named
