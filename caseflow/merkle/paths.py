"""Read which tile or bundle a path below the prefix of the log names (C2SP tlog-tiles)."""

import re
from dataclasses import dataclass

from caseflow.merkle.tiles import MAX_LEVEL, TILE_WIDTH, Tile, numbered_path

_PATH = re.compile(
    r"(?P<kind>entries|0|[1-9][0-9]?)/"
    r"(?P<numbered>(?P<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/(?P<width>[0-9]{1,3}))?)"
)
_MOST = 1 << 55  # tiles of a log whose leaves are counted in 63 bits


@dataclass(frozen=True, slots=True)
class Bundle:
    """Which bundle: `width` leaves from position `index * 256`."""

    index: int
    width: int


def read_path(path: str) -> Tile | Bundle | None:
    """Return what stands at a path behind `tile/`, or None where nothing ever does."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    index = int(re.sub("[x/]", "", match["index"]))
    width = TILE_WIDTH if match["width"] is None else int(match["width"])
    if index >= _MOST or not 1 <= width <= TILE_WIDTH:
        return None
    if numbered_path(index, width) != match["numbered"]:
        return None  # each has one spelling: no leading group of zeros, no full width written out
    return _named(match["kind"], index, width)


def _named(kind: str, index: int, width: int) -> Tile | Bundle | None:
    if kind == "entries":
        return Bundle(index, width)
    return Tile(int(kind), index, width) if int(kind) <= MAX_LEVEL else None
