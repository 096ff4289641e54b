from caseflow.audit.stored_tiles import tile_reader, write_tiles
from caseflow.merkle.tiles import Tile
from tests.factories.log import Log


def test_a_tile_is_read_as_it_was_written_last(log: Log) -> None:
    work = log.work()
    read = tile_reader(work)
    assert read(Tile(0, 0)) == b""
    write_tiles(work, {Tile(0, 0, 1): b"a" * 32, Tile(1, 0, 1): b"b" * 32})
    work.finish()
    write_tiles(work, {Tile(0, 0, 2): b"c" * 64})
    work.finish()
    assert read(Tile(0, 0)) == b"c" * 64
    assert read(Tile(1, 0)) == b"b" * 32
    assert read(Tile(0, 1)) == b""
    work.abandon()
