"""Compare the stored tiles above the leaves with the roots of the tiles below them."""

from collections.abc import Sequence

from sqlalchemy import select

from caseflow.audit.findings import Fault, Findings
from caseflow.database.tables.audit_log import Tile
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import root


def check_tiles(work: Work, tops: Sequence[bytes], findings: Findings) -> None:
    """Compare every tile above the leaves; `tops` are the roots of the full tiles of level 0."""
    level, below = 1, tops
    while below:
        stored = _stored(work, level)
        parts = [below[at : at + TILE_WIDTH] for at in range(0, len(below), TILE_WIDTH)]
        for position, part in enumerate(parts):
            # A tile may have grown since: only what was read below it can be compared.
            if not stored.get(position, b"").startswith(b"".join(part)):
                findings.add(Fault.TILE_DIFFERS, None, f"tile {position} of level {level}")
        below = [root(part) for part in parts if len(part) == TILE_WIDTH]
        level += 1


def _stored(work: Work, level: int) -> dict[int, bytes]:
    found = select(Tile.position, Tile.hashes).where(Tile.level == level)
    return {
        tile.position: tile.hashes
        for tile in work.session.execute(found)
        if isinstance(tile.hashes, bytes)
    }
