"""Known answers: the reference tree of Certificate Transparency.

Leaves, roots and inner nodes as published in transparency-dev/merkle (testonly/constants.go) and in
the Python tests of google/certificate-transparency (merkle_test.py).
"""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.merkle.tree import (
    EMPTY_ROOT,
    Frontier,
    leaf_hash,
    load_frontier,
    node_hash,
    root,
)

LEAVES = [
    bytes.fromhex(text)
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
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PEAKS_OF_SEVEN = (
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
)

hash_lists = st.lists(st.binary(min_size=32, max_size=32), max_size=70)


def defined_root(hashes: list[bytes]) -> bytes:
    """Return the root word for word after RFC 9162 §2.1.1, however slowly."""
    if len(hashes) < 2:
        return hashes[0] if hashes else sha256().digest()
    half = 1
    while half * 2 < len(hashes):
        half *= 2
    pair = defined_root(hashes[:half]) + defined_root(hashes[half:])
    return sha256(b"\x01" + pair).digest()


def test_a_leaf_hashes_as_published() -> None:
    leaf = bytes.fromhex("101112131415161718191a1b1c1d1e1f")
    published = "3bfb960453ebaebf33727da7a1f4db38acc051d381b6da20d6d4e88f0eabfd7a"
    assert leaf_hash(leaf).hex() == published


def test_a_node_hashes_as_published() -> None:
    left, right = bytes(range(32)), bytes(range(32, 64))
    published = "1a378704c17da31e2d05b6d121c2bb2c7d76f6ee6fa8f983e596c2d034963c57"
    assert node_hash(left, right).hex() == published


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_reference_tree_has_its_published_roots(size: int) -> None:
    assert root(map(leaf_hash, LEAVES[:size])).hex() == ROOTS[size]


def test_the_reference_frontier_has_its_published_peaks() -> None:
    frontier = Frontier().grown(map(leaf_hash, LEAVES[:7]))
    assert [peak.hex() for peak in frontier.peaks] == list(PEAKS_OF_SEVEN)


def test_a_node_cannot_be_passed_off_as_a_leaf() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)


@given(hash_lists)
def test_the_root_is_as_defined(hashes: list[bytes]) -> None:
    assert root(hashes) == defined_root(hashes)


@given(st.lists(hash_lists, max_size=5))
def test_growing_in_batches_gives_the_tree_over_all_leaves(batches: list[list[bytes]]) -> None:
    frontier = Frontier()
    hashes: list[bytes] = []
    for batch in batches:
        frontier = frontier.grown(batch)
        hashes += batch
        assert frontier.size == len(hashes)
        assert frontier.root() == defined_root(hashes)


@pytest.mark.parametrize("step", [1, 7, 64, 100])
def test_growing_by_small_steps_gives_the_tree_of_hundreds(step: int) -> None:
    hashes = [leaf_hash(number.to_bytes(2)) for number in range(300)]
    frontier = Frontier()
    for start in range(0, len(hashes), step):
        frontier = frontier.grown(hashes[start : start + step])
    assert frontier.size == len(hashes)
    assert frontier.root() == defined_root(hashes)


@given(hash_lists)
def test_a_loaded_frontier_is_the_one_that_grew(hashes: list[bytes]) -> None:
    def read(level: int, index: int) -> bytes:
        subtree = hashes[index << level : (index + 1) << level]
        assert len(subtree) == 1 << level
        return defined_root(subtree)

    assert load_frontier(len(hashes), read) == Frontier().grown(hashes)


def test_an_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT == sha256().digest()


@pytest.mark.parametrize(("size", "peaks"), [(-1, 1), (0, 1), (3, 1), (4, 2)])
def test_a_frontier_whose_peaks_do_not_make_its_size_is_refused(size: int, peaks: int) -> None:
    with pytest.raises(ValueError, match="peaks do not make up"):
        Frontier(size, (EMPTY_ROOT,) * peaks)
