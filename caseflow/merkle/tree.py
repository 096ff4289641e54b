"""Hash leaves into the Merkle tree of RFC 9162 §2.1, at once or batch after batch.

SHA-256, with 0x00 before a leaf and 0x01 before a node: without the prefix an inner node could be
passed off as a leaf. A hash is always 32 bytes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()

# Gives the root, by level and index, of the complete subtree over the leaves from index << level
# up to (index + 1) << level.
HashReader = Callable[[int, int], bytes]


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of the bytes of one leaf."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of the node above two hashes."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The roots of the complete subtrees that make up a tree, the largest first.

    All that a tree needs to remember of its past in order to grow: one peak for each bit that is
    set in its size.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"{len(self.peaks)} peaks do not make up a tree of {self.size} leaves")

    def grown(self, leaf_hashes: Iterable[bytes]) -> "Frontier":
        """Return the frontier after these leaves; costs the batch, not the tree."""
        nodes = list(leaf_hashes)
        size = self.size + len(nodes)
        waiting = list(self.peaks)
        peaks: list[bytes] = []
        remaining = self.size
        while remaining or nodes:
            if remaining & 1:
                nodes.insert(0, waiting.pop())
            if len(nodes) & 1:
                peaks.append(nodes.pop())
            nodes = list(map(node_hash, nodes[::2], nodes[1::2]))
            remaining >>= 1
        return Frontier(size, tuple(reversed(peaks)))

    def root(self) -> bytes:
        """Return the root of the whole tree."""
        if not self.peaks:
            return EMPTY_ROOT
        *larger, smallest = self.peaks
        top = smallest
        for peak in reversed(larger):
            top = node_hash(peak, top)
        return top


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """Return the root of the tree over these leaf hashes."""
    return Frontier().grown(leaf_hashes).root()


def load_frontier(size: int, read: HashReader, start: int = 0) -> Frontier:
    """Return the frontier of the leaves [start, start + size).

    `start` must be a multiple of a power of two that is not below `size`, as in every subtree that
    a proof names; anything else cuts through a node.
    """
    peaks: list[bytes] = []
    position, end = start, start + size
    while position < end:
        level = (end - position).bit_length() - 1
        peaks.append(read(level, position >> level))
        position += 1 << level
    return Frontier(size, tuple(peaks))
