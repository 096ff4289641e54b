from caseflow.audit.log_source import RememberedTiles
from caseflow.audit.witness_check import signed_head
from caseflow.audit.witness_file import WitnessedEnd
from caseflow.audit.witness_proofs import prove_ends
from caseflow.merkle.proofs import verify_inclusion
from caseflow.merkle.tree import leaf_hash
from tests.factories.plain_log import PlainLog, end


def test_every_end_is_proved_at_every_growth() -> None:
    proven: tuple[WitnessedEnd, ...] = ()
    for size in range(1, 40):
        log = PlainLog([end(at) for at in range(size)])
        head = signed_head(log.note, log.key())
        assert head is not None
        new = WitnessedEnd(size - 1, log.leaves[-1], ())
        found = prove_ends((*proven, new), size - 1, head, RememberedTiles(log, size))
        assert found is not None
        proven = found
        assert [each.index for each in proven] == list(range(size))
        assert all(
            verify_inclusion(leaf_hash(each.leaf), each.index, size, each.proof, head.root)
            for each in proven
        )


def test_what_is_in_no_such_log_is_not_proved() -> None:
    log = PlainLog([end(at) for at in range(3)])
    head = signed_head(log.note, log.key())
    assert head is not None
    strange = WitnessedEnd(1, end(9), ())
    assert prove_ends((strange,), 0, head, RememberedTiles(log, 3)) is None
