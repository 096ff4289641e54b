"""Read a log as its witness does: by its key, its checkpoint and its tiles, wherever it lies."""

from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import select

from caseflow.audit.heads import origin_of
from caseflow.audit.look import newest_checkpoint
from caseflow.audit.stored_tiles import tile_reader
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.unit_of_work import Work
from caseflow.merkle.bundles import write_bundle
from caseflow.merkle.notes import VerifierKey, verifier_key_text
from caseflow.merkle.paths import Bundle, read_path
from caseflow.merkle.tiles import TILE_HEIGHT, TILE_WIDTH, Tile, tile_path
from caseflow.merkle.tree import HASH_SIZE


class LogSource(Protocol):
    """Whatever a log can be read from."""

    def key(self) -> str:
        """Return the verifier key that its heads are signed with."""

    def checkpoint(self) -> str:
        """Return its newest head, a signed note; empty where none was signed."""

    def tile(self, path: str) -> bytes:
        """Return what lies at a path (C2SP tlog-tiles); nothing where nothing does."""


@dataclass(frozen=True, slots=True)
class DatabaseSource:
    """The log of the database at hand."""

    work: Work
    public: bytes  # of the key that signs its heads

    def key(self) -> str:
        """Return the verifier key."""
        return verifier_key_text(VerifierKey(origin_of(self.work.installation), self.public))

    def checkpoint(self) -> str:
        """Return the newest head."""
        head = newest_checkpoint(self.work)
        self.work.abandon()  # on SQLite whoever reads holds up whoever writes
        return "" if head is None else head.note

    def tile(self, path: str) -> bytes:
        """Return a tile, or the bundle of the leaves below one."""
        found = self._at(read_path(path.removeprefix("tile/")))
        self.work.abandon()
        return found

    def _at(self, named: Tile | Bundle | None) -> bytes:
        if isinstance(named, Tile):
            return tile_reader(self.work)(named)[: named.width * HASH_SIZE]
        return b"" if named is None else stored_bundle(self.work, named)


def stored_bundle(work: Work, bundle: Bundle) -> bytes:
    """Return the leaves of a bundle, a pruned one as no bytes; nothing where one is missing."""
    first = bundle.index * TILE_WIDTH
    within = Leaf.position.between(first, first + bundle.width - 1)
    leaves = select(Leaf.payload).where(within).order_by(Leaf.position)
    found = work.session.scalars(leaves).all()
    return write_bundle(found) if len(found) == bundle.width else b""


@dataclass(slots=True)
class RememberedTiles:
    """The tiles of a log of one size, each asked for once."""

    source: LogSource
    size: int
    _tiles: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def read(self, tile: Tile) -> bytes:
        """Return the hashes of a tile as wide as the log has it."""
        place = tile.level, tile.index
        if place not in self._tiles:
            filled = (self.size >> (TILE_HEIGHT * tile.level)) - tile.index * TILE_WIDTH
            path = tile_path(*place, min(filled, TILE_WIDTH))
            self._tiles[place] = self.source.tile(path)
        return self._tiles[place]
