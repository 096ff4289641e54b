"""Read and write the tiles of the log in the database."""

from collections.abc import Mapping

from sqlalchemy import select

from caseflow.database.tables import audit_log
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import Tile, TileReader


def tile_reader(work: Work) -> TileReader:
    """Return the reader of the stored tiles; a tile that is not there has no bytes."""

    def read(tile: Tile) -> bytes:
        row = audit_log.Tile
        wanted = select(row.hashes).where(row.level == tile.level, row.position == tile.index)
        return work.session.scalar(wanted) or b""

    return read


def write_tiles(work: Work, tiles: Mapping[Tile, bytes]) -> None:
    """Write tiles, each over its former, narrower state."""
    for tile, hashes in tiles.items():
        work.session.merge(
            audit_log.Tile(level=tile.level, position=tile.index, hashes=hashes),
        )
