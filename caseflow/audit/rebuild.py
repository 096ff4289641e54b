"""Build the tree again from its leaves, hashing nothing twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import Frontier, root


class TileLeaves(NamedTuple):
    """The leaf hashes of one tile, and their root where somebody has it already."""

    hashes: Sequence[bytes]
    top: bytes | None = None


@dataclass(slots=True)
class RebuiltTree:
    """The tree over the leaf hashes seen so far.

    It keeps the hashes of the open tile and one root for each full tile: 32 bytes for 256 entries.
    """

    tops: list[bytes] = field(default_factory=list)  # roots of the full tiles of level 0
    rest: list[bytes] = field(default_factory=list)  # leaf hashes behind the last full tile
    _counted: Frontier = field(default_factory=Frontier)  # over the tops

    @property
    def size(self) -> int:
        """Return how many leaves were seen."""
        return len(self.tops) * TILE_WIDTH + len(self.rest)

    def add(self, *leaf_hashes: bytes) -> None:
        """Take in the next leaves."""
        self.rest += leaf_hashes
        while len(self.rest) >= TILE_WIDTH:
            self.tops.append(root(self.rest[:TILE_WIDTH]))
            del self.rest[:TILE_WIDTH]

    def add_tile(self, top: bytes) -> None:
        """Take in the root of a full tile, where the one before it is full."""
        self.tops.append(top)

    def root(self) -> bytes:
        """Return the root over all leaves seen."""
        # A full tile is a complete subtree, so the peaks over the tops are peaks of the tree.
        self._counted = self._counted.grown(self.tops[self._counted.size :])
        return Frontier(self.size, self._counted.peaks + Frontier().grown(self.rest).peaks).root()
