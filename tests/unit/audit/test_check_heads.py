import pytest
from sqlalchemy import delete, select, text, update

from caseflow.audit.check_heads import HeadCheck, find_size
from caseflow.audit.findings import MOST, Fault, Findings
from caseflow.audit.heads import SignedHead
from caseflow.audit.rebuild import RebuiltTree, TileLeaves
from caseflow.database.tables.audit_log import Checkpoint, Leaf, TreeHead
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tree import leaf_hash, root
from tests.factories.log import Log


@pytest.fixture
def work(log: Log) -> Work:
    """Four entries, each with a head of its own."""
    for _ in range(4):
        log.access()
        log.integrate()
    return log.work()


def test_only_the_first_wrong_root_is_named(log: Log, work: Work) -> None:
    findings = Findings()
    heads = HeadCheck(work, findings, log.signer.public)
    tree = RebuiltTree()
    hashes = log.read(select(Leaf.leaf_hash).order_by(Leaf.position))
    for start in (0, 2):
        heads.load(start, start + 2)
        found = hashes[start : start + 2]
        heads.grow(tree, TileLeaves(found if start else [found[0], bytes(32)]))
    assert tree.size == 4
    assert [(each.fault, each.position) for each in findings.in_order()] == [
        (Fault.ROOT_DIFFERS, 1)
    ]


@pytest.mark.parametrize("size", [4, 255, 256])
def test_the_root_of_a_tile_is_taken_as_it_is_unless_a_head_lies_inside(
    log: Log, work: Work, size: int
) -> None:
    hashes = [leaf_hash(b"%d" % number) for number in range(256)]
    [head] = work.session.scalars(select(Checkpoint).where(Checkpoint.size == 4))
    findings, tree = Findings(), RebuiltTree()
    heads = HeadCheck(work, findings, log.signer.public)
    heads.heads = {size: SignedHead(size, root(hashes[:size]), head.note, head.at)}
    work.abandon()
    heads.grow(tree, TileLeaves(hashes, bytes(32)))
    assert tree.tops == ([root(hashes)] if size < 256 else [bytes(32)])
    assert (heads.agreed, heads.differs) == ((size, False) if size < 256 else (0, True))
    heads.heads = {}
    heads.grow(tree, TileLeaves(hashes, root(hashes)))
    assert tree.size == 512


def test_the_size_is_that_of_the_head(work: Work) -> None:
    findings = Findings()
    assert find_size(work, findings) == 4
    assert findings.in_order() == ()
    work.session.execute(delete(Checkpoint).where(Checkpoint.size == 4))
    assert find_size(work, findings) == 4
    assert [each.fault for each in findings.in_order()] == [Fault.HEAD_UNSIGNED]
    work.abandon()


def test_no_size_keeps_the_verification_busy_or_ends_it(log: Log, work: Work) -> None:
    findings = Findings()
    work.session.execute(update(TreeHead).values(size=2**30))
    assert find_size(work, findings) == 4 + MOST
    if log.engine.dialect.name == "sqlite":  # which keeps whatever it is given
        work.session.execute(text("UPDATE log_head SET size = 'many'"))
    else:
        work.session.execute(update(TreeHead).values(size=-1))
    assert find_size(work, findings) == 0
    work.session.execute(update(TreeHead).values(size=4))
    work.session.execute(update(Leaf).where(Leaf.position == 0).values(position=-7))
    assert find_size(work, findings) == 4
    found = [(each.fault, each.position) for each in findings.found]
    assert found[0] == (Fault.HEAD_UNSIGNED, None)
    assert found[-1] == (Fault.BEYOND_HEAD, -7)
    work.abandon()
