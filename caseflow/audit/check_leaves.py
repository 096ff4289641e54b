"""Hash the leaves of the log again and compare them with all that repeats them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import select

from caseflow.audit.check_pruned import PrunedCheck
from caseflow.audit.check_uses import UseNumbers
from caseflow.audit.columns import RawLeaf, raw_columns, repeats
from caseflow.audit.entries import read_payload
from caseflow.audit.findings import Fault, Findings
from caseflow.database.tables.audit_log import Leaf, StagedEntry, Tile
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import HASH_SIZE, leaf_hash
from caseflow.vocabulary.acts import Act

CHUNK = 16 * TILE_WIDTH


@dataclass(slots=True)
class LeafCheck:
    """Reads the leaves in order and says which hash stands at each place."""

    work: Work
    findings: Findings
    numbers: UseNumbers
    staged: dict[str, bytes]  # entries not yet in the tree; what is met there leaves this list
    pruned: PrunedCheck
    entries: int = 0  # hashed again

    def hashes(self, start: int, end: int) -> Iterator[bytes]:
        """Yield the hash of each leaf from `start`, where a tile begins, up to before `end`.

        Where entry and tile disagree it is the tile's: then one bad entry does not hide whether
        those behind it are sound, and a bad tile does not agree with the signed heads.
        """
        rows = {row[0]: row for row in _leaves(self.work, start, end)}
        tiles = _tiles(self.work, start, end)
        # Nothing stays locked while entries are hashed: on SQLite a reader keeps writers waiting.
        self.work.abandon()
        for first in range(start, end, TILE_WIDTH):
            held = tiles.get(first // TILE_WIDTH, b"")
            width = min(TILE_WIDTH, end - first)
            if len(held) < width * HASH_SIZE:
                detail = f"tile {first // TILE_WIDTH} of the leaves is cut short"
                self.findings.add(Fault.TILE_DIFFERS, first, detail)
            for place in range(width):
                piece = held[place * HASH_SIZE : (place + 1) * HASH_SIZE]
                whole = piece if len(piece) == HASH_SIZE else b""
                yield self._hash(first + place, rows.get(first + place), whole)

    def _hash(self, position: int, row: RawLeaf | None, held: bytes) -> bytes:
        """Return the hash at a place; `held` is what its tile says, empty where that is lost."""
        if row is None:
            self.findings.add(Fault.ENTRY_MISSING, position, f"no entry at {position}")
            return held or bytes(HASH_SIZE)
        _, leaf, said, pruned_by, *_ = row
        if pruned_by is not None and leaf == b"":
            hashed = said  # all that is left; the tree says whether it is right
            self.pruned.meet(position, pruned_by)
        else:
            self.entries += 1
            hashed = leaf_hash(leaf if isinstance(leaf, bytes) else b"")
            self._read(row, leaf)
        if hashed != said:
            self.findings.add(Fault.ENTRY_CHANGED, position, f"entry {row.entry_id}")
        elif hashed != held and held:
            self.findings.add(Fault.ENTRY_MISPLACED, position, f"entry {row.entry_id}")
        return held or hashed

    def _read(self, row: RawLeaf, leaf: Any) -> None:  # noqa: ANN401 - whatever stands in the database
        """Compare what an entry says with its plain columns, and take in its use numbers."""
        try:
            content = read_payload(leaf)
            agrees = repeats(row, content)
            entry = content["id"]
            self.numbers.see(content, row[0])
            self.pruned.see(content)
        except (AttributeError, KeyError, TypeError, ValueError):
            self.findings.add(Fault.ENTRY_UNREADABLE, row.position, f"entry {row.entry_id}")
            return
        self.staged.pop(entry, None)
        if not agrees:
            self.findings.add(Fault.COLUMNS_DIFFER, row.position, f"entry {row.entry_id}")
        if content.get("act") == Act.ALARM_SEAL:
            self._name_forgery(content.get("details", {}), row.position)

    def _name_forgery(self, details: Mapping[str, str], position: int) -> None:
        if details.get("table") == StagedEntry.__tablename__:
            self.findings.add(Fault.STAGED_FORGED, position, f"staged as {details.get('row')}")


def _leaves(work: Work, start: int, end: int) -> Sequence[RawLeaf]:
    found = select(*raw_columns()).where(Leaf.position >= start, Leaf.position < end)
    # Past the mapping of objects: nothing here is one.
    return cast("Sequence[RawLeaf]", work.session.connection().execute(found).all())


def _tiles(work: Work, start: int, end: int) -> dict[int, bytes]:
    within = Tile.position >= start // TILE_WIDTH, Tile.position * TILE_WIDTH < end
    found = select(Tile.position, Tile.hashes).where(Tile.level == 0, *within)
    return {tile.position: tile.hashes for tile in work.session.execute(found)}
