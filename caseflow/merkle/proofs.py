"""Prove that a leaf is in the tree and that the tree only grew, and check such proofs.

RFC 9162 §2.1.3 (inclusion) and §2.1.4 (consistency). A proof is the sibling hashes from the leaf
upward. Whoever checks needs no tree: only hashes, sizes, and a root from someone she trusts.
"""

from collections.abc import Iterator, Sequence

from caseflow.merkle.tree import EMPTY_ROOT, HASH_SIZE, HashReader, load_frontier, node_hash


def prove_inclusion(index: int, size: int, read: HashReader) -> tuple[bytes, ...]:
    """Return the proof that leaf `index` is in the tree of `size` leaves.

    Raises ValueError where the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"A tree of {size} leaves has no leaf {index}")
    siblings = [_span_root(start, end, read) for start, end in sibling_spans(index, size)]
    return tuple(reversed(siblings))


def sibling_spans(index: int, size: int) -> list[tuple[int, int]]:
    """Return which leaves lie below each hash of a proof of inclusion, from the root downward."""
    spans: list[tuple[int, int]] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left_width(end - start)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start = middle
    return spans


def prove_consistency(old_size: int, new_size: int, read: HashReader) -> tuple[bytes, ...]:
    """Return the proof that the tree of `old_size` leaves is the beginning of the new one.

    Nothing needs proving from an empty tree or between equal sizes: the proof is empty. Raises
    ValueError where the tree would shrink.
    """
    if not 0 <= old_size <= new_size:
        raise ValueError(f"A tree cannot grow from {old_size} to {new_size} leaves")
    if old_size == 0:
        return ()
    siblings: list[bytes] = []
    start, end = 0, new_size
    while end != old_size:
        middle = start + _left_width(end - start)
        if old_size <= middle:
            siblings.append(_span_root(middle, end, read))
            end = middle
        else:
            siblings.append(_span_root(start, middle, read))
            start = middle
    if start:  # at 0 the rest is the whole old tree, whose root the checker holds
        siblings.append(_span_root(start, end, read))
    return tuple(reversed(siblings))


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Say whether the proof leads from this leaf hash, at this index, to the root."""
    if not 0 <= index < size or not _are_hashes(leaf, *proof):
        return False
    sides = list(_sides(index, size - 1))
    if len(proof) != len(sides):
        return False
    top = leaf
    for sibling, on_the_left in zip(proof, sides, strict=True):
        top = node_hash(sibling, top) if on_the_left else node_hash(top, sibling)
    return top == root


def verify_consistency(
    old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Say whether the proof shows that the old tree is the beginning of the new one."""
    if not 0 <= old_size <= new_size or not _are_hashes(old_root, new_root, *proof):
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof and old_root == EMPTY_ROOT
    return _climbs_to_both(old_size, new_size, proof, (old_root, new_root))


def _climbs_to_both(
    old_size: int, new_size: int, proof: Sequence[bytes], roots: tuple[bytes, bytes]
) -> bool:
    """Say whether the proof leads to both roots, for 0 < old_size < new_size."""
    # A complete old tree is itself the node that the climb starts from, so no proof repeats it.
    path = [roots[0], *proof] if old_size.bit_count() == 1 else list(proof)
    node, last = old_size - 1, new_size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    sides = list(_sides(node, last))
    if len(path) != len(sides) + 1:
        return False
    old_top = new_top = path[0]
    for sibling, on_the_left in zip(path[1:], sides, strict=True):
        if on_the_left:
            old_top, new_top = node_hash(sibling, old_top), node_hash(sibling, new_top)
        else:
            new_top = node_hash(new_top, sibling)
    return (old_top, new_top) == roots


def _sides(node: int, last: int) -> Iterator[bool]:
    """Yield, for each step from a node to the root, whether its sibling stands on the left.

    `last` is the rightmost node of the level; at the right edge, levels without a sibling are
    skipped.
    """
    while last:
        on_the_left = bool(node & 1) or node == last
        while on_the_left and not node & 1:
            node, last = node >> 1, last >> 1
        yield on_the_left
        node, last = node >> 1, last >> 1


def _left_width(width: int) -> int:
    """Return the largest power of two below a width of at least 2."""
    return 1 << ((width - 1).bit_length() - 1)


def _span_root(start: int, end: int, read: HashReader) -> bytes:
    """Return the root over the leaves [start, end)."""
    return load_frontier(end - start, read, start).root()


def _are_hashes(*values: bytes) -> bool:
    """Say whether all are 32 bytes: two of other lengths could be cut anew at another place."""
    return all(len(value) == HASH_SIZE for value in values)
