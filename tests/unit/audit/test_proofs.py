import pytest
from sqlalchemy import select

from caseflow.audit.entries import Trace
from caseflow.audit.proofs import prove_entry, prove_growth
from caseflow.audit.record import record
from caseflow.database.tables.audit_log import Checkpoint, Leaf
from caseflow.merkle.proofs import verify_consistency, verify_inclusion
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


@pytest.fixture
def roots(log: Log) -> dict[int, bytes]:
    work = log.work()
    for _ in range(300):
        record(work, Trace(act=Act.LOGOUT))
    work.finish()
    while log.integrate(at_most=100):
        pass
    return dict(
        zip(
            log.read(select(Checkpoint.size).order_by(Checkpoint.size)),
            log.read(select(Checkpoint.root).order_by(Checkpoint.size)),
            strict=True,
        )
    )


def test_each_entry_is_proved_under_each_head(log: Log, roots: dict[int, bytes]) -> None:
    leaves = log.read(select(Leaf.payload).order_by(Leaf.position))
    work = log.work()
    for size, root in roots.items():
        for position in (0, 99, size - 1):
            proof = prove_entry(work, position, size)
            assert verify_inclusion(leaf_hash(leaves[position]), position, size, proof, root)
            assert not verify_inclusion(leaf_hash(b""), position, size, proof, root)
    with pytest.raises(ValueError, match="has no leaf"):
        prove_entry(work, 300, 300)
    work.abandon()


def test_the_log_is_proved_to_have_only_grown(log: Log, roots: dict[int, bytes]) -> None:
    assert list(roots) == [100, 200, 300]
    work = log.work()
    for old, new in ((100, 200), (100, 300), (200, 300)):
        proof = prove_growth(work, old, new)
        assert verify_consistency(old, new, proof, roots[old], roots[new])
        assert not verify_consistency(old, new, proof, roots[new], roots[old])
    work.abandon()
