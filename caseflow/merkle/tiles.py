"""Keep the hashes of a tree in tiles of 256, so that a proof needs few reads (C2SP tlog-tiles).

A tile of level 0 holds leaf hashes; each hash of a higher tile is the root over one full tile of
the level below. Only the rightmost tile of a level may be partial, and only it is ever rewritten.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from caseflow.merkle.tree import HASH_SIZE, HashReader, root
from caseflow.vocabulary.errors import BrokenSeal

TILE_WIDTH = 256
TILE_HEIGHT = 8  # levels of the tree inside one tile: 2 ** 8 == 256
MAX_LEVEL = 63


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """Which tile: `width` hashes, side by side, from position `index * 256` of its level."""

    level: int
    index: int
    width: int = TILE_WIDTH


# Gives the hashes of a tile, one after the other; those of a later, wider state will do.
TileReader = Callable[[Tile], bytes]


def tile_path(level: int, index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a tile below the prefix of the log.

    Raises ValueError for a tile that no tree has.
    """
    if not 0 <= level <= MAX_LEVEL:
        raise ValueError(f"No tile has level {level}")
    return f"tile/{level}/{numbered_path(index, width)}"


def numbered_path(index: int, width: int) -> str:
    """Return the last part of a path: the index in groups of three digits, and a partial width.

    Raises ValueError for an index below 0 or a width outside 1 to 256.
    """
    if index < 0 or not 1 <= width <= TILE_WIDTH:
        raise ValueError(f"There is nothing {width} wide at {index}")
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    path = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    return path if width == TILE_WIDTH else f"{path}.p/{width}"


def grow(old_size: int, leaf_hashes: Iterable[bytes], read_tile: TileReader) -> dict[Tile, bytes]:
    """Return every tile, full or partial, that these new leaves write, from the lowest level up.

    Reads at most one partial tile a level. Raises BrokenSeal where that one is cut short.
    """
    written: dict[Tile, bytes] = {}
    fresh = list(leaf_hashes)
    level = 0
    while fresh:
        start = old_size >> (TILE_HEIGHT * level)
        filled = _fill(level, start, fresh, read_tile)
        written |= filled
        fresh = [root(_split(data)) for tile, data in filled.items() if tile.width == TILE_WIDTH]
        level += 1
    return written


def hash_reader(size: int, read_tile: TileReader) -> HashReader:
    """Return a reader of the hashes of a tree of `size` leaves that reads each tile once.

    The reader raises BrokenSeal where a tile is cut short, ValueError for a subtree that is not
    complete in a tree of this size.
    """
    read_once = cache(read_tile)

    def read(level: int, index: int) -> bytes:
        if index < 0 or (index + 1) << level > size:
            raise ValueError(f"{size} leaves do not fill subtree {index} of level {level}")
        tile_level, height = divmod(level, TILE_HEIGHT)
        tile_index, position = divmod(index << height, TILE_WIDTH)
        filled = (size >> (TILE_HEIGHT * tile_level)) - tile_index * TILE_WIDTH
        data = _read_whole(Tile(tile_level, tile_index, min(filled, TILE_WIDTH)), read_once)
        start = position * HASH_SIZE
        return root(_split(data[start : start + (HASH_SIZE << height)]))

    return read


def _fill(level: int, start: int, fresh: list[bytes], read_tile: TileReader) -> dict[Tile, bytes]:
    """Return the tiles of one level that hold these hashes, which begin at position `start`."""
    first, kept = divmod(start, TILE_WIDTH)
    data = _read_whole(Tile(level, first, kept), read_tile) if kept else b""
    data += b"".join(fresh)
    step = TILE_WIDTH * HASH_SIZE
    chunks = [data[at : at + step] for at in range(0, len(data), step)]
    return {
        Tile(level, index, len(chunk) // HASH_SIZE): chunk
        for index, chunk in enumerate(chunks, first)
    }


def _read_whole(tile: Tile, read_tile: TileReader) -> bytes:
    """Return exactly the hashes of a tile."""
    length = tile.width * HASH_SIZE
    data = read_tile(tile)
    if len(data) < length:
        raise BrokenSeal(f"Tile {tile_path(tile.level, tile.index, tile.width)} is cut short")
    return data[:length]


def _split(data: bytes) -> list[bytes]:
    """Return the hashes that stand side by side in a tile."""
    return [data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)]
