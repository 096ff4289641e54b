from hypothesis import given
from hypothesis import strategies as st

from caseflow.audit.rebuild import RebuiltTree
from caseflow.merkle.tree import EMPTY_ROOT, leaf_hash, root

HASHES = [leaf_hash(b"%d" % number) for number in range(1100)]


def test_an_empty_tree_has_the_empty_root() -> None:
    assert RebuiltTree().root() == EMPTY_ROOT


def test_several_leaves_are_taken_in_at_once() -> None:
    tree = RebuiltTree()
    tree.add(*HASHES[:5])
    tree.add(*HASHES[5:600])
    assert (tree.size, tree.root()) == (600, root(HASHES[:600]))


def test_the_root_of_a_tile_stands_for_its_leaves() -> None:
    tree = RebuiltTree()
    tree.add(*HASHES[:256])
    tree.add_tile(root(HASHES[256:512]))
    tree.add(*HASHES[512:600])
    assert (tree.size, tree.root()) == (600, root(HASHES[:600]))


@given(st.sets(st.integers(min_value=1, max_value=len(HASHES)), min_size=1, max_size=4))
def test_at_every_size_the_root_is_that_of_the_leaves(sizes: set[int]) -> None:
    tree = RebuiltTree()
    for leaf in HASHES[: max(sizes)]:
        tree.add(leaf)
        if tree.size in sizes:
            assert tree.root() == root(HASHES[: tree.size])
    assert tree.size == max(sizes)
    assert tree.tops == [root(HASHES[at : at + 256]) for at in range(0, tree.size - 255, 256)]
