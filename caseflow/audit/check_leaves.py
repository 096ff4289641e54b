"""Hash the leaves of the log again and compare them with all that repeats them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from struct import unpack
from typing import Any, cast

from sqlalchemy import select

from caseflow.audit.check_pruned import PrunedCheck
from caseflow.audit.check_uses import UseNumbers
from caseflow.audit.columns import RawLeaf, raw_columns, repeats
from caseflow.audit.entries import read_payload
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.leaf_reader import Stretch
from caseflow.audit.rebuild import TileLeaves
from caseflow.audit.second_reader import Seen
from caseflow.audit.sound_leaves import HEEDED, recognise
from caseflow.database.raw_rows import raw_rows
from caseflow.database.tables.audit_log import Leaf, StagedEntry, Tile
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import HASH_SIZE, leaf_hash
from caseflow.vocabulary.acts import Act


@dataclass(slots=True)
class LeafCheck:
    """Reads the leaves in order and says which hash stands at each place."""

    work: Work
    findings: Findings
    numbers: UseNumbers
    staged: dict[str, bytes]  # entries not yet in the tree; what is met there leaves this list
    pruned: PrunedCheck
    entries: int = 0  # hashed again

    def hashes(self, stretch: Stretch | Seen) -> Iterator[TileLeaves]:
        """Yield the hashes of the leaves of each tile of a stretch, which begins where a tile does.

        Where entry and tile disagree it is the tile's: then one bad entry does not hide whether
        those behind it are sound, and a bad tile does not agree with the signed heads.
        """
        tiles = _held(self.work, stretch.start, stretch.end)
        # Nothing stays locked while entries are hashed: on SQLite a reader keeps writers waiting.
        self.work.abandon()
        if isinstance(stretch, Seen):
            found = self._agreed(stretch, tiles)
        else:
            found = self._recognised(stretch, tiles)
        yield from found or self._each(stretch.start, stretch.end)

    def _recognised(self, stretch: Stretch, tiles: Sequence[bytes]) -> list[TileLeaves]:
        """Take in leaves that are sound; none where the tree or one needs a closer look."""
        sound = recognise(stretch.parts)
        if not sound:
            return []
        pieces = _pieces(sound.hashes)
        # Compared at once: taking a tile apart for each entry costs as much as hashing one.
        if list(map(b"".join, pieces)) != tiles:
            return []
        self.numbers.see_all(sound.used, sound.ended, stretch.start)
        self._count(len(sound.hashes), sound.ids)
        return list(map(TileLeaves, pieces))

    def _agreed(self, seen: Seen, tiles: Sequence[bytes]) -> list[TileLeaves]:
        """Take in what a second process has seen, if the tree and all before agree with it."""
        agrees = sha256(b"".join(tiles)).digest() == seen.digest
        if not agrees or not self.numbers.see_gathered(seen.used, seen.ended):
            return []
        self._count(seen.end - seen.start, seen.met)
        hashes = [unpack(f"{HASH_SIZE}s" * (len(tile) // HASH_SIZE), tile) for tile in tiles]
        return [TileLeaves(*each) for each in zip_longest(hashes, seen.tops)]

    def _count(self, entries: int, ids: Iterable[str]) -> None:
        self.entries += entries
        for entry in ids if self.staged else ():
            self.staged.pop(entry, None)

    def _each(self, start: int, end: int) -> Iterator[TileLeaves]:
        """Look at each leaf by itself, and name what is not as it must be."""
        rows = {row[0]: row for row in _leaves(self.work, start, end)}
        tiles = _held(self.work, start, end)
        self.work.abandon()
        for first, held in zip(range(start, end, TILE_WIDTH), tiles, strict=True):
            positions = range(first, min(first + TILE_WIDTH, end))
            found = list(map(rows.get, positions))
            hashed = [self._hash(row) for row in found]
            same = b"".join(hashed) == held
            yield TileLeaves(hashed if same else self._held(first, found, hashed, held))

    def _hash(self, row: RawLeaf | None) -> bytes:
        """Return the hash of one leaf, nothing where there is none."""
        if row is None:
            return b""
        leaf = row[1]
        if leaf == b"" and row[3] is not None:
            return self._left(row)
        self.entries += 1
        self._read(row, leaf)
        hashed = leaf_hash(leaf if isinstance(leaf, bytes) else b"")
        if hashed != row[2]:
            self.findings.add(Fault.ENTRY_CHANGED, row[0], _named(row))
        return hashed

    def _left(self, row: RawLeaf) -> bytes:
        """Return the hash that is left of a pruned leaf; the tree says whether it is right."""
        self.pruned.meet(row[0], row[3])
        said: object = row[2]
        if isinstance(said, bytes) and len(said) == HASH_SIZE:
            return said
        self.findings.add(Fault.ENTRY_CHANGED, row[0], _named(row))
        return b""

    def _held(
        self, first: int, rows: list[RawLeaf | None], hashed: list[bytes], held: bytes
    ) -> list[bytes]:
        """Return the hashes that a tile holds, and name what is not as it holds it."""
        if len(held) < len(rows) * HASH_SIZE:
            detail = f"tile {first // TILE_WIDTH} of the leaves is cut short"
            self.findings.add(Fault.TILE_DIFFERS, first, detail)
        pieces = [held[at : at + HASH_SIZE] for at in range(0, len(rows) * HASH_SIZE, HASH_SIZE)]
        for position, (row, piece) in enumerate(zip(rows, pieces, strict=True), first):
            if row is None:
                self.findings.add(Fault.ENTRY_MISSING, position, f"no entry at {position}")
            elif len(piece) == HASH_SIZE and piece != hashed[position - first] == row[2]:
                self.findings.add(Fault.ENTRY_MISPLACED, position, _named(row))
        return [
            piece if len(piece) == HASH_SIZE else made or bytes(HASH_SIZE)
            for piece, made in zip(pieces, hashed, strict=True)
        ]

    def _read(self, row: RawLeaf, leaf: Any) -> None:  # noqa: ANN401 - whatever stands in the database
        """Compare what an entry says with its plain columns, and take in its use numbers."""
        try:
            content = read_payload(leaf)
            agrees = repeats(row, content)
            self.numbers.see(content, row[0])
            if content["act"] in HEEDED:
                self._heed(content, row[0])
            self.staged.pop(content["id"], None)
        except (AttributeError, KeyError, TypeError, ValueError):
            self.findings.add(Fault.ENTRY_UNREADABLE, row[0], _named(row))
            return
        # Called pruned, an entry with all its words would be shown to nobody who looks for it.
        if not agrees or row[3] is not None:
            self.findings.add(Fault.COLUMNS_DIFFER, row[0], _named(row))

    def _heed(self, content: Mapping[str, Any], position: int) -> None:
        self.pruned.see(content)
        if content["act"] == Act.ALARM_SEAL:
            self._name_forgery(content.get("details", {}), position)

    def _name_forgery(self, details: Mapping[str, str], position: int) -> None:
        if details.get("table") == StagedEntry.__tablename__:
            self.findings.add(Fault.STAGED_FORGED, position, f"staged as {details.get('row')}")


def _leaves(work: Work, start: int, end: int) -> Sequence[RawLeaf]:
    found = select(*raw_columns()).where(Leaf.position >= start, Leaf.position < end)
    return cast("Sequence[RawLeaf]", raw_rows(work.session.connection(), found))


def _pieces(hashes: list[bytes]) -> list[list[bytes]]:
    """Return the hashes tile by tile."""
    return [hashes[at : at + TILE_WIDTH] for at in range(0, len(hashes), TILE_WIDTH)]


def _named(row: RawLeaf) -> str:
    return f"entry {RawLeaf(*row).entry_id}"


def _held(work: Work, start: int, end: int) -> list[bytes]:
    """Return the hashes that the tree holds of these leaves, tile by tile."""
    within = Tile.position >= start // TILE_WIDTH, Tile.position * TILE_WIDTH < end
    found = select(Tile.position, Tile.hashes).where(Tile.level == 0, *within)
    # SQLite keeps a text where bytes should be; whatever it spells is no tile.
    tiles = {
        tile.position: tile.hashes
        for tile in work.session.execute(found)
        if isinstance(tile.hashes, bytes)
    }
    # A tile may have grown since: only what was read of it can be compared. Nor may one say what
    # the next one has to: both together would be right then.
    return [
        tiles.get(first // TILE_WIDTH, b"")[: min(TILE_WIDTH, end - first) * HASH_SIZE]
        for first in range(start, end, TILE_WIDTH)
    ]
