"""Known answers: the paths and the tree of 70,000 leaves in the text of C2SP tlog-tiles."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseflow.merkle.proofs import prove_inclusion, verify_inclusion
from caseflow.merkle.tiles import Tile, TileReader, grow, hash_reader, tile_path
from caseflow.merkle.tree import leaf_hash, load_frontier, root
from caseflow.vocabulary.errors import BrokenSeal

HASHES = [leaf_hash(number.to_bytes(3)) for number in range(70_000)]


def read_from(tiles: dict[Tile, bytes]) -> TileReader:
    return tiles.__getitem__


@pytest.fixture(scope="module")
def tiles() -> dict[Tile, bytes]:
    return grow(0, HASHES, read_from({}))


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1234067), "tile/0/x001/x234/067"),
        (Tile(0, 273, 112), "tile/0/273.p/112"),
        (Tile(2, 0, 1), "tile/2/000.p/1"),
        (Tile(63, 1000), "tile/63/x001/000"),
        (Tile(0, 999, 255), "tile/0/999.p/255"),
    ],
)
def test_a_tile_has_the_path_of_the_specification(tile: Tile, path: str) -> None:
    assert tile_path(tile.level, tile.index, tile.width) == path


@pytest.mark.parametrize("level", [-1, 64])
def test_no_tile_stands_outside_the_64_levels(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        tile_path(level, 0)


@pytest.mark.parametrize(("index", "width"), [(-1, 256), (0, 0), (0, 257)])
def test_no_tile_has_a_negative_index_or_an_impossible_width(index: int, width: int) -> None:
    with pytest.raises(ValueError, match="nothing"):
        tile_path(0, index, width)


def test_seventy_thousand_leaves_make_the_tiles_of_the_specification(
    tiles: dict[Tile, bytes],
) -> None:
    assert Counter((tile.level, tile.width) for tile in tiles) == {
        (0, 256): 273,
        (0, 112): 1,
        (1, 256): 1,
        (1, 17): 1,
        (2, 1): 1,
    }
    assert all(len(data) == tile.width * 32 for tile, data in tiles.items())


def test_a_full_tile_begins_the_one_above() -> None:
    written = grow(0, HASHES[:256], read_from({}))
    assert list(written) == [Tile(0, 0), Tile(1, 0, 1)]
    assert written[Tile(1, 0, 1)] == root(HASHES[:256])


def test_a_tile_holds_the_roots_of_its_subtrees(tiles: dict[Tile, bytes]) -> None:
    assert tiles[Tile(0, 3)] == b"".join(HASHES[768:1024])
    second = tiles[Tile(1, 1, 17)][32:64]
    assert second == root(HASHES[257 * 256 : 258 * 256])
    assert tiles[Tile(2, 0, 1)] == root(HASHES[:65536])


def test_nothing_new_writes_nothing() -> None:
    assert grow(300, [], read_from({})) == {}


@settings(max_examples=30)
@given(st.lists(st.integers(1, 700), min_size=1, max_size=6))
def test_batches_write_the_tiles_of_the_whole_tree(batches: list[int]) -> None:
    kept: dict[Tile, bytes] = {}
    size = 0
    for batch in batches:
        kept |= grow(size, HASHES[size : size + batch], read_from(kept))
        size += batch
    whole = grow(0, HASHES[:size], read_from({}))
    assert whole.items() <= kept.items()


def test_a_batch_across_the_end_of_a_high_tile_reads_one_tile_a_level(
    tiles: dict[Tile, bytes],
) -> None:
    before = grow(0, HASHES[:65_500], read_from({}))
    asked: list[Tile] = []

    def read(tile: Tile) -> bytes:
        asked.append(tile)
        return before[tile]

    written = grow(65_500, HASHES[65_500:], read)
    assert asked == [Tile(0, 255, 220), Tile(1, 0, 255)]
    assert written.items() <= tiles.items()
    assert all(tile in written for tile in set(tiles) - set(before))


def test_a_wider_tile_left_behind_does_not_shift_what_is_written() -> None:
    left_behind = b"".join(HASHES[:9])
    assert grow(5, HASHES[5:7], lambda _: left_behind) == {Tile(0, 0, 7): b"".join(HASHES[:7])}


def test_every_complete_subtree_can_be_read(tiles: dict[Tile, bytes]) -> None:
    read = hash_reader(70_000, read_from(tiles))
    for level in range(17):
        index = (70_000 >> level) - 1
        subtree = HASHES[index << level : (index + 1) << level]
        assert read(level, index) == root(subtree)


def test_the_root_and_a_proof_come_from_a_handful_of_tiles(tiles: dict[Tile, bytes]) -> None:
    asked: list[Tile] = []

    def read_tile(tile: Tile) -> bytes:
        asked.append(tile)
        return tiles[tile]

    read = hash_reader(70_000, read_tile)
    top = load_frontier(70_000, read).root()
    assert top == root(HASHES)
    proof = prove_inclusion(12_345, 70_000, read)
    assert verify_inclusion(HASHES[12_345], 12_345, 70_000, proof, top)
    assert len(asked) == len(set(asked)) <= 6


def test_a_wider_tile_serves_an_earlier_tree(tiles: dict[Tile, bytes]) -> None:
    def read_full(tile: Tile) -> bytes:
        return tiles[Tile(tile.level, tile.index)]

    read = hash_reader(300, lambda tile: read_full(tile) if tile.level == 0 else root(HASHES[:256]))
    assert load_frontier(300, read).root() == root(HASHES[:300])


@pytest.mark.parametrize(("level", "index"), [(0, 300), (9, 0), (8, 1), (0, -1)])
def test_a_subtree_that_is_not_complete_cannot_be_read(level: int, index: int) -> None:
    read = hash_reader(300, read_from({}))
    with pytest.raises(ValueError, match="do not fill"):
        read(level, index)


def test_a_tile_cut_short_is_a_broken_seal() -> None:
    def cut(tile: Tile) -> bytes:
        return bytes(tile.width * 32 - 1)

    with pytest.raises(BrokenSeal, match=r"tile/0/000\.p/3 is cut short"):
        hash_reader(3, cut)(0, 0)
    with pytest.raises(BrokenSeal, match=r"tile/0/001\.p/44 is cut short"):
        grow(300, HASHES[:1], cut)
