"""Recognise many leaves at once that are as they must be, as nearly all are.

What is recognised here needs no closer look. What is not may be sound all the same:
`audit.check_leaves` looks at each of those leaves by itself, and it alone says what is wrong.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from caseflow.audit.column_texts import ColumnTexts, column_texts
from caseflow.audit.quick_entries import EntryTold, read_quickly
from caseflow.database.raw_rows import raw_rows
from caseflow.database.tables.audit_log import Leaf, Tile
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import HASH_SIZE, leaf_hash
from caseflow.vocabulary.acts import Act

PART = 4 * TILE_WIDTH  # what the nearer caches of a processor hold
# What these say is looked at word by word.
HEEDED = frozenset({Act.LOG_PRUNE.value, Act.ALARM_SEAL.value})

_LEAVES = (
    select(Leaf.payload, Leaf.leaf_hash)
    .where(Leaf.position >= bindparam("start"), Leaf.position < bindparam("end"))
    .order_by(Leaf.position)
)
_TILES = select(Tile.position, Tile.hashes).where(
    Tile.level == 0, Tile.position >= bindparam("start"), Tile.position < bindparam("end")
)


class Fetched(NamedTuple):
    """Some leaves as they stand in the database, and their hashes as the tree holds them."""

    payloads: Sequence[bytes]
    hashes: Sequence[bytes]
    columns: ColumnTexts
    held: bytes


class Sound(NamedTuple):
    """Leaves that are as they must be, and what they tell."""

    hashes: list[bytes]
    entries: list[EntryTold]


def parts(start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces in which leaves are looked at, from `start`, where a tile begins."""
    return [(first, min(first + PART, end)) for first in range(start, end, PART)]


def fetch_parts(connection: Connection, start: int, end: int) -> list[Fetched | None]:
    """Return the leaves of each part; None for one in which a leaf is missing or strange."""
    tiles = fetch_tiles(connection, start, end)
    return [_fetch(connection, *part, tiles) for part in parts(start, end)]


def fetch_tiles(connection: Connection, start: int, end: int) -> dict[int, bytes]:
    """Return the stored tiles that hold the hashes of these leaves, by their index."""
    within = {"start": start // TILE_WIDTH, "end": -(-end // TILE_WIDTH)}
    return dict(raw_rows(connection, _TILES, within))


def held_hashes(tiles: dict[int, bytes], start: int, end: int) -> bytes:
    """Return the hashes of these leaves as the tiles hold them; nothing where one is cut short."""
    held = []
    for first in range(start, end, TILE_WIDTH):
        length = min(TILE_WIDTH, end - first) * HASH_SIZE
        held.append(tiles.get(first // TILE_WIDTH, b"")[:length])
        if len(held[-1]) < length:
            return b""
    return b"".join(held)


def pieces(hashes: list[bytes]) -> list[list[bytes]]:
    """Return the hashes tile by tile."""
    return [hashes[at : at + TILE_WIDTH] for at in range(0, len(hashes), TILE_WIDTH)]


def recognise(fetched: Fetched) -> Sound | None:
    """Return hashes and contents of leaves that need no closer look, else None."""
    try:
        hashes = list(map(leaf_hash, fetched.payloads))
        entries = read_quickly(fetched.payloads)
        if not entries or not _repeat(fetched.columns, entries):
            return None
    except (TypeError, ValueError, RecursionError):
        return None
    # Compared at once: taking a tile apart for each entry costs as much as hashing one.
    same = hashes == list(fetched.hashes) and b"".join(hashes) == fetched.held
    heeded = any(entry.act in HEEDED for entry in entries)
    return Sound(hashes, entries) if same and not heeded else None


def _fetch(connection: Connection, start: int, end: int, tiles: dict[int, bytes]) -> Fetched | None:
    rows = raw_rows(connection, _LEAVES, {"start": start, "end": end})
    columns = column_texts(connection, start, end)
    if len(rows) < end - start or columns is None:
        return None
    payloads, hashes = zip(*rows, strict=True)
    return Fetched(payloads, hashes, columns, held_hashes(tiles, start, end))


def _repeat(columns: ColumnTexts, told: list[EntryTold]) -> bool:
    """Say whether the columns say what the entries say."""
    ids = (columns.entry_id, columns.staff_id, columns.unit_id, columns.client_id)
    said = chain(
        [one.id for one in told],
        [one.staff for one in told],
        [one.unit for one in told],
        [one.client for one in told],
    )
    return (
        columns.act == "\n".join([one.act for one in told])
        and columns.decision == "\n".join([one.decision for one in told])
        and columns.request_id == "\n".join([one.request for one in told])
        and f"{columns.at}Z" == "\n".join([one.at for one in told]).replace("T", " ")
        # Bytes lose their dashes in half the time of texts.
        and "\n".join(ids).encode() == "\n".join(said).encode().translate(None, b"-")
    )
