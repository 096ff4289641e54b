"""Read and write the tiles of the log in the database."""

from collections.abc import Mapping
from typing import cast

from sqlalchemy import Table, bindparam, select

from caseflow.database.tables import audit_log
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import Tile, TileReader

_TILES = cast("Table", audit_log.Tile.__table__).c
# Made once, and past the mapping of objects: a proof reads a few tiles, and most of its time went
# into asking for them.
_WANTED = select(_TILES.hashes).where(
    _TILES.level == bindparam("level"), _TILES.position == bindparam("position")
)


def tile_reader(work: Work) -> TileReader:
    """Return the reader of the stored tiles; a tile that is not there has no bytes."""
    work.session.flush()  # what was written before the reader was made is read, too

    def read(tile: Tile) -> bytes:
        place = {"level": tile.level, "position": tile.index}
        return work.session.connection().execute(_WANTED, place).scalar() or b""

    return read


def write_tiles(work: Work, tiles: Mapping[Tile, bytes]) -> None:
    """Write tiles, each over its former, narrower state."""
    for tile, hashes in tiles.items():
        work.session.merge(
            audit_log.Tile(level=tile.level, position=tile.index, hashes=hashes),
        )
