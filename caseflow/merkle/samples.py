"""Draw entries from a log by chance that nobody can choose: HMAC-SHA-256 (RFC 2104) over a counter.

The key comes from the root of the tree at a checkpoint, so whoever writes an entry cannot know
whether it will be drawn, and whoever has the checkpoint can draw the same again.
"""

import hashlib
import hmac
from collections.abc import Iterable
from heapq import nsmallest

from caseflow.merkle.tree import HASH_SIZE

_LABEL = b"caseflow sample v1"


def seed_of(root: bytes, first: int, size: int) -> bytes:
    """Return the seed of the sample of the entries from `first` on in a log of this size."""
    if len(root) != HASH_SIZE:
        raise ValueError("This is no root")
    return hmac.digest(root, _LABEL + first.to_bytes(8) + size.to_bytes(8), hashlib.sha256)


def draw(seed: bytes, positions: Iterable[int], most: int) -> list[int]:
    """Return those of the positions that are drawn first, in the order in which they are.

    Drawn first is whose HMAC under the seed is least. However many are asked for, they begin alike.
    """
    return nsmallest(most, positions, key=lambda position: _lot(seed, position))


def _lot(seed: bytes, position: int) -> bytes:
    return hmac.digest(seed, position.to_bytes(8), hashlib.sha256)
