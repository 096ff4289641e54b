"""Prove every end that a witness keeps to the newest head, reading as little as possible.

The proof to the former head holds hashes of whole subtrees, which no growing changes; whoever keeps
ten thousand ends so asks for the few new nodes alone, and for none of the old tiles again.
"""

from collections.abc import Iterable

from caseflow.audit.log_source import RememberedTiles
from caseflow.audit.witness_file import WitnessedEnd
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.merkle.proofs import prove_inclusion, sibling_spans, verify_inclusion
from caseflow.merkle.tiles import hash_reader
from caseflow.merkle.tree import leaf_hash


def prove_ends(
    ends: Iterable[WitnessedEnd], before: int, head: Checkpoint, tiles: RememberedTiles
) -> tuple[WitnessedEnd, ...] | None:
    """Return the ends with their proofs to this head, None where one is not in it.

    `before` is the size of the log that present proofs lead to. Raises BrokenSeal where a tile is
    cut short.
    """
    read_tile = hash_reader(head.size, tiles.read)
    proven = []
    for end in ends:
        known = _known(end, before)

        def read(level: int, index: int, known: dict[tuple[int, int], bytes] = known) -> bytes:
            return known.get((level, index)) or read_tile(level, index)

        proof = prove_inclusion(end.index, head.size, read)
        if not verify_inclusion(leaf_hash(end.leaf), end.index, head.size, proof, head.root):
            return None
        proven.append(WitnessedEnd(end.index, end.leaf, proof))
    return tuple(proven)


def _known(end: WitnessedEnd, size: int) -> dict[tuple[int, int], bytes]:
    """Return the hashes of whole subtrees in a former proof, by level and index."""
    if not end.proof:
        return {}
    spans = sibling_spans(end.index, size)
    nodes = zip(spans, reversed(end.proof), strict=False)
    return {
        ((stop - start).bit_length() - 1, start // (stop - start)): hashed
        for (start, stop), hashed in nodes
        if (stop - start).bit_count() == 1
    }
