"""Pack the bytes of up to 256 leaves into one bundle beside their tile (C2SP tlog-tiles).

Each leaf stands behind its length, an unsigned 16-bit number, big-endian.
"""

from collections.abc import Iterable

from caseflow.merkle.tiles import TILE_WIDTH, numbered_path

MAX_LEAF = 0xFFFF  # bytes; a longer leaf has no length in the format
_LENGTH = 2


def bundle_path(index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a bundle below the prefix of the log.

    Raises ValueError for an index below 0 or a width outside 1 to 256.
    """
    return f"tile/entries/{numbered_path(index, width)}"


def write_bundle(leaves: Iterable[bytes]) -> bytes:
    """Return the bundle of these leaves; raises ValueError for too many or too long a one."""
    packed = [_behind_length(leaf) for leaf in leaves]
    if len(packed) > TILE_WIDTH:
        raise ValueError(f"A bundle holds {TILE_WIDTH} leaves, not {len(packed)}")
    return b"".join(packed)


def read_bundle(bundle: bytes) -> tuple[bytes, ...] | None:
    """Return the leaves of a bundle, or None where the bytes are no bundle."""
    leaves: list[bytes] = []
    position = 0
    while position < len(bundle):
        start = position + _LENGTH
        position = start + int.from_bytes(bundle[position:start])
        leaves.append(bundle[start:position])
    # The last leaf, or its length, may have been cut off: then the position stands behind the end.
    return tuple(leaves) if position == len(bundle) and len(leaves) <= TILE_WIDTH else None


def _behind_length(leaf: bytes) -> bytes:
    """Return a leaf behind its length."""
    if len(leaf) > MAX_LEAF:
        raise ValueError(f"A leaf of {len(leaf)} bytes is longer than {MAX_LEAF}")
    return len(leaf).to_bytes(_LENGTH) + leaf
