from caseflow.audit.log_source import DatabaseSource, RememberedTiles, stored_bundle
from caseflow.merkle.bundles import read_bundle
from caseflow.merkle.notes import read_verifier_key
from caseflow.merkle.paths import Bundle
from caseflow.merkle.tiles import Tile
from tests.factories.log import Log
from tests.factories.plain_log import PlainLog, entry


def test_the_database_is_read_like_any_other_log(log: Log) -> None:
    source = DatabaseSource(log.work(), log.signer.public)
    assert source.checkpoint() == ""
    log.access()
    log.access()
    log.integrate()
    key = read_verifier_key(source.key())
    assert key is not None
    assert key.public_key == log.signer.public
    assert source.checkpoint().startswith(f"{key.name}\n2\n")
    assert len(source.tile("tile/0/000.p/1")) == 32
    leaves = read_bundle(source.tile("tile/entries/000.p/2"))
    assert leaves is not None
    assert len(leaves) == 2
    for nothing in ("tile/entries/000.p/3", "tile/9", "other", "tile/1/000.p/1"):
        assert source.tile(nothing) == b""
    assert stored_bundle(source.work, Bundle(1, 1)) == b""
    source.work.abandon()


def test_each_tile_is_asked_for_once_and_as_wide_as_it_is() -> None:
    log = PlainLog([entry(at) for at in range(300)])
    tiles = RememberedTiles(log, 300)
    for width in (1, 44):
        assert len(tiles.read(Tile(0, 1, width))) == 44 * 32
    assert tiles.read(Tile(0, 0)) == log.tile("tile/0/000")
    assert log.asked == ["tile/0/001.p/44", "tile/0/000", "tile/0/000"]
