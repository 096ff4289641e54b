"""The format of entry bundles in C2SP tlog-tiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.merkle.bundles import bundle_path, read_bundle, write_bundle


def test_a_bundle_has_the_path_of_the_specification() -> None:
    assert bundle_path(1234067) == "tile/entries/x001/x234/067"
    assert bundle_path(0, 8) == "tile/entries/000.p/8"


def test_each_leaf_stands_behind_its_length() -> None:
    assert write_bundle([b"ab", b"", b"\x00" * 256]) == b"\x00\x02ab\x00\x00\x01\x00" + bytes(256)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_a_bundle_reads_back(leaves: list[bytes]) -> None:
    assert read_bundle(write_bundle(leaves)) == tuple(leaves)


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=5))
def test_a_bundle_cut_inside_a_leaf_is_none(leaves: list[bytes]) -> None:
    bundle = write_bundle(leaves)
    assert read_bundle(bundle[:-1]) is None
    assert read_bundle(bundle + b"\x00") is None


def test_the_longest_leaf_fits_and_one_byte_more_does_not() -> None:
    longest = bytes(65_535)
    assert read_bundle(write_bundle([longest])) == (longest,)
    with pytest.raises(ValueError, match="longer than 65535"):
        write_bundle([bytes(65_536)])


def test_a_bundle_holds_at_most_256_leaves() -> None:
    assert len(read_bundle(write_bundle([b""] * 256)) or ()) == 256
    with pytest.raises(ValueError, match="not 257"):
        write_bundle([b""] * 257)
    assert read_bundle(bytes(2 * 257)) is None
