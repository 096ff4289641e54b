"""A log in memory, as its witness reads it, and as whoever holds its key may change it."""

from typing import Any
from uuid import UUID

from caseflow.audit.entries import canonical
from caseflow.crypto.signing import Signer
from caseflow.merkle.bundles import write_bundle
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteSigner, VerifierKey, key_id, sign_note, verifier_key_text
from caseflow.merkle.paths import read_path
from caseflow.merkle.tiles import TILE_WIDTH, Tile, grow
from caseflow.merkle.tree import HASH_SIZE, leaf_hash, root
from caseflow.vocabulary.acts import Act


def entry(number: int, act: Act = Act.STORY_READ, **more: Any) -> bytes:  # noqa: ANN401 - JSON
    """Return a leaf."""
    about = {"v": 1, "id": str(UUID(int=number)), "act": act.value, "decision": "permitted"}
    return canonical(about | more)


def end(number: int) -> bytes:
    """Return the leaf of an end."""
    return entry(number, Act.CONSENT_WITHDRAW)


def prune(leaves: str) -> bytes:
    """Return the leaf that tells of a pruning."""
    return entry(0, Act.LOG_PRUNE, details={"leaves": leaves})


class PlainLog:
    """A log of these leaves, signed with a key of its own."""

    origin = "caseflow/log"

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = list(leaves)
        self.hashes = [leaf_hash(each) for each in leaves]
        self.signer = Signer(bytes(range(32)))
        self.pruned: set[int] = set()
        self.asked: list[str] = []
        self._cut_bundle, self._cut_tile = False, 0
        self._build()

    def key(self) -> str:
        """Return the verifier key."""
        return verifier_key_text(VerifierKey(self.origin, self.signer.public))

    def checkpoint(self) -> str:
        """Return the newest head."""
        return self.note

    def tile(self, path: str) -> bytes:
        """Return a tile, or a bundle."""
        self.asked.append(path)
        named = read_path(path.removeprefix("tile/"))
        if isinstance(named, Tile):
            wanted = named.width * HASH_SIZE - self._cut_tile
            return self._tiles[named.level, named.index][:wanted]
        assert named is not None
        here = range(named.index * TILE_WIDTH, named.index * TILE_WIDTH + named.width)
        leaves = [b"" if at in self.pruned else self.leaves[at] for at in here]
        return write_bundle(leaves[self._cut_bundle :])

    def sign_root(self, root: bytes) -> None:
        """Sign any root for the present size."""
        by_us = NoteSigner(self.origin, key_id(self.origin, self.signer.public), self.signer.sign)
        self.note = sign_note(checkpoint_text(self.origin, len(self.leaves), root), by_us)

    def sign_with(self, signer: Signer) -> None:
        """Sign with another key."""
        self.signer = signer
        self._build()

    def truncate(self, size: int) -> None:
        """Leave out what came last."""
        del self.leaves[size:], self.hashes[size:]
        self._build()

    def rewrite(self, position: int, leaf: bytes) -> None:
        """Put another entry in the place of one, and build the tree over it anew."""
        self.leaves[position], self.hashes[position] = leaf, leaf_hash(leaf)
        self._build()

    def swap_bytes(self, position: int, leaf: bytes) -> None:
        """Put another entry in the place of one, under the old tree."""
        self.leaves[position] = leaf

    def cut_bundle(self) -> None:
        """Leave the first entry out of each bundle."""
        self._cut_bundle = True

    def cut_tile(self, by: int = 1) -> None:
        """Leave the last bytes out of each tile."""
        self._cut_tile = by

    def forge_head(self) -> None:
        """Change the checkpoint under its signature."""
        self.note = self.note.replace(f"\n{len(self.leaves)}\n", "\n7777\n")

    def spoil_tile(self, tile: Tile) -> None:
        """Make the hashes of one tile others."""
        held = self._tiles[tile.level, tile.index]
        self._tiles[tile.level, tile.index] = bytes(len(held))

    def _build(self) -> None:
        tiles = grow(0, self.hashes, lambda _tile: b"")
        self._tiles = {(tile.level, tile.index): held for tile, held in tiles.items()}
        self.sign_root(root(self.hashes))
