"""Known answers: the proofs of the reference tree of Certificate Transparency.

As published in transparency-dev/merkle (testonly/reference_test.go).
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.merkle.proofs import (
    prove_consistency,
    prove_inclusion,
    verify_consistency,
    verify_inclusion,
)
from caseflow.merkle.tree import EMPTY_ROOT, HashReader, leaf_hash, root

REFERENCE = [
    leaf_hash(bytes.fromhex(text))
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
LEAF_0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
NODES_0_1 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
NODES_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
NODES_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
NODES_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
NODES_0_3 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
NODES_4_7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"

HASHES = [leaf_hash(number.to_bytes(2)) for number in range(300)]
sizes = st.integers(1, len(HASHES))


def read_from(hashes: list[bytes]) -> HashReader:
    @cache
    def read(level: int, index: int) -> bytes:
        subtree = hashes[index << level : (index + 1) << level]
        assert len(subtree) == 1 << level
        return root(subtree)

    return read


READ = read_from(HASHES)


def defined_path(index: int, hashes: list[bytes]) -> list[bytes]:
    """Return PATH(m, D_n) of RFC 9162 §2.1.3.1."""
    if len(hashes) == 1:
        return []
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    if index < half:
        return [*defined_path(index, hashes[:half]), root(hashes[half:])]
    return [*defined_path(index - half, hashes[half:]), root(hashes[:half])]


def defined_subproof(old: int, hashes: list[bytes], *, known: bool) -> list[bytes]:
    """Return SUBPROOF(m, D_n, b) of RFC 9162 §2.1.4.1."""
    if old == len(hashes):
        return [] if known else [root(hashes)]
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    if old <= half:
        return [*defined_subproof(old, hashes[:half], known=known), root(hashes[half:])]
    return [*defined_subproof(old - half, hashes[half:], known=False), root(hashes[:half])]


def flipped(value: bytes, position: int) -> bytes:
    return value[:position] + bytes([value[position] ^ 1]) + value[position + 1 :]


def mutations(proof: Sequence[bytes]) -> list[list[bytes]]:
    """Return the proof with each byte changed, each hash dropped, two swapped, one too many."""
    changed = [
        [*proof[:at], flipped(proof[at], byte), *proof[at + 1 :]]
        for at in range(len(proof))
        for byte in range(32)
    ]
    dropped = [[*proof[:at], *proof[at + 1 :]] for at in range(len(proof))]
    swapped = [[proof[1], proof[0], *proof[2:]]] if len(proof) > 1 else []
    return [*changed, *dropped, *swapped, [*proof, EMPTY_ROOT], [EMPTY_ROOT, *proof]]


@pytest.mark.parametrize(
    ("index", "size", "published"),
    [
        (0, 1, []),
        (0, 2, [LEAF_1]),
        (1, 2, [LEAF_0]),
        (2, 3, [NODES_0_1]),
        (1, 5, [LEAF_0, NODES_2_3, LEAF_4]),
        (0, 8, [LEAF_1, NODES_2_3, NODES_4_7]),
        (5, 8, [LEAF_4, NODES_6_7, NODES_0_3]),
    ],
)
def test_inclusion_is_proved_as_published(index: int, size: int, published: list[str]) -> None:
    proof = prove_inclusion(index, size, read_from(REFERENCE[:size]))
    assert [sibling.hex() for sibling in proof] == published
    assert verify_inclusion(REFERENCE[index], index, size, proof, root(REFERENCE[:size]))


@pytest.mark.parametrize(
    ("old_size", "new_size", "published"),
    [
        (1, 1, []),
        (1, 8, [LEAF_1, NODES_2_3, NODES_4_7]),
        (2, 5, [NODES_2_3, LEAF_4]),
        (6, 8, [NODES_4_5, NODES_6_7, NODES_0_3]),
    ],
)
def test_consistency_is_proved_as_published(
    old_size: int, new_size: int, published: list[str]
) -> None:
    proof = prove_consistency(old_size, new_size, read_from(REFERENCE[:new_size]))
    assert [sibling.hex() for sibling in proof] == published
    old_root, new_root = root(REFERENCE[:old_size]), root(REFERENCE[:new_size])
    assert verify_consistency(old_size, new_size, proof, old_root, new_root)


@given(sizes, st.data())
def test_inclusion_is_proved_as_defined_and_verifies(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = prove_inclusion(index, size, READ)
    assert list(proof) == defined_path(index, HASHES[:size])
    assert verify_inclusion(HASHES[index], index, size, proof, root(HASHES[:size]))


@given(sizes, st.data())
def test_consistency_is_proved_as_defined_and_verifies(new_size: int, data: st.DataObject) -> None:
    old_size = data.draw(st.integers(1, new_size))
    proof = prove_consistency(old_size, new_size, READ)
    assert list(proof) == defined_subproof(old_size, HASHES[:new_size], known=True)
    old_root, new_root = root(HASHES[:old_size]), root(HASHES[:new_size])
    assert verify_consistency(old_size, new_size, proof, old_root, new_root)


@pytest.mark.parametrize("size", range(1, 18))
def test_a_changed_inclusion_proof_fails(size: int) -> None:
    top = root(HASHES[:size])
    for index in range(size):
        proof = prove_inclusion(index, size, READ)
        for wrong in mutations(proof):
            assert not verify_inclusion(HASHES[index], index, size, wrong, top)


@pytest.mark.parametrize("new_size", range(1, 18))
def test_a_changed_consistency_proof_fails(new_size: int) -> None:
    new_root = root(HASHES[:new_size])
    for old_size in range(new_size + 1):
        proof = prove_consistency(old_size, new_size, READ)
        old_root = root(HASHES[:old_size])
        assert verify_consistency(old_size, new_size, proof, old_root, new_root)
        for wrong in mutations(proof):
            assert not verify_consistency(old_size, new_size, wrong, old_root, new_root)


@pytest.mark.parametrize("size", range(1, 18))
def test_a_proof_holds_for_no_other_leaf_index_or_root(size: int) -> None:
    top = root(HASHES[:size])
    for index in range(size):
        proof = prove_inclusion(index, size, READ)
        assert not verify_inclusion(EMPTY_ROOT, index, size, proof, top)
        assert not verify_inclusion(HASHES[index], index, size, proof, EMPTY_ROOT)
        for other in set(range(-1, size + 1)) - {index}:
            assert not verify_inclusion(HASHES[index], other, size, proof, top)


@pytest.mark.parametrize("new_size", range(1, 18))
def test_a_rewritten_past_is_found(new_size: int) -> None:
    new_root = root(HASHES[:new_size])
    for old_size in range(new_size + 1):
        proof = prove_consistency(old_size, new_size, READ)
        old_root = root(HASHES[:old_size])
        wrong = sha256(b"another past").digest()
        assert not verify_consistency(old_size, new_size, proof, wrong, new_root)
        if old_size:
            assert not verify_consistency(old_size, new_size, proof, old_root, wrong)


def test_a_shrunken_tree_is_not_consistent() -> None:
    two, three = root(HASHES[:2]), root(HASHES[:3])
    assert not verify_consistency(3, 2, (), three, two)
    assert not verify_consistency(2, 1, (), two, two)
    assert not verify_consistency(-1, 2, (), EMPTY_ROOT, two)


def test_hashes_cut_at_another_place_are_refused() -> None:
    left, right = HASHES[:2]
    top = root([left, right])
    assert verify_inclusion(left, 0, 2, (right,), top)
    assert not verify_inclusion(left + right[:1], 0, 2, (right[1:],), top)
    assert verify_consistency(1, 2, (right,), left, top)
    assert not verify_consistency(1, 2, (right[1:],), left + right[:1], top)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_a_leaf_outside_the_tree_cannot_be_proved(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="has no leaf"):
        prove_inclusion(index, size, READ)


@pytest.mark.parametrize(("old_size", "new_size"), [(3, 2), (-1, 2)])
def test_a_shrinking_tree_cannot_be_proved(old_size: int, new_size: int) -> None:
    with pytest.raises(ValueError, match="cannot grow"):
        prove_consistency(old_size, new_size, READ)
