from dataclasses import replace

from caseflow.audit.witness import Contradicts, look
from caseflow.audit.witness_check import check_witness
from caseflow.audit.witness_restore import look_after_restore
from caseflow.crypto.signing import Signer
from caseflow.merkle.tree import leaf_hash, root
from caseflow.vocabulary.acts import Act
from tests.factories.plain_log import PlainLog, end, entry, prune
from tests.unit.audit.test_witness import how, seen


def test_a_restored_log_is_believed_where_it_tells_of_its_backup() -> None:
    leaves = [entry(0), end(1), entry(2), end(3), entry(4)]
    former = seen(look(PlainLog(leaves), None))
    kept = leaves[:3]
    log = PlainLog([*kept, restore(3, kept), end(9)])
    assert how(look(log, former))[0] is Contradicts.FORKED
    later = seen(look_after_restore(log, former))
    assert [each.index for each in later.ends] == [1, 3, 4]
    assert check_witness(later, log.origin, log.signer.public) is None


def test_of_two_restores_the_later_one_explains_the_break() -> None:
    kept = [entry(0), end(1), restore(2, [entry(0), end(1)]), end(3)]
    former = seen(look(PlainLog([*kept, entry(4)]), None))
    log = PlainLog([*kept, restore(4, kept)])
    assert [each.index for each in seen(look_after_restore(log, former)).ends] == [1, 2, 3, 4]
    rewritten = [*kept[:3], end(8), restore(4, [*kept[:3], end(8)])]
    found = look_after_restore(PlainLog(rewritten), former)
    assert how(found)[0] is Contradicts.NOT_RESTORED


def test_a_restored_log_of_which_something_was_pruned_is_believed() -> None:
    leaves = [entry(0), end(1), end(2), prune("0-0"), entry(4), end(5)]
    before = PlainLog(leaves)
    before.pruned = {0}
    former = seen(look(before, None))
    log = PlainLog([*leaves[:5], restore(5, leaves[:5]), end(9), prune("1-1,6-6")])
    log.pruned = {0, 1, 6}
    later = seen(look_after_restore(log, former))
    # One by its hash and from the former file; the restore itself is kept, too.
    assert [each.index for each in later.ends] == [1, 2, 5]
    assert later.unread == ((0, 0), (6, 6))
    assert check_witness(later, log.origin, log.signer.public) is None
    other = [entry(0), end(8), *leaves[2:5]]
    rewritten = PlainLog([*other, restore(5, other), prune("1-1")])
    rewritten.pruned = {0, 1}
    found = look_after_restore(rewritten, former)
    assert how(found)[0] is Contradicts.NOT_RESTORED


def test_any_other_break_is_no_restore() -> None:
    leaves = [entry(0), end(1), entry(2), end(3), entry(4)]
    former = seen(look(PlainLog(leaves), None))
    broken = [
        [
            *leaves[:3],
            entry(9),
            b'"installation.restore"',
            b'{"act":"x","v":1,"y":"installation.restore"}',
        ],
        [*leaves[:3], entry(9, details=restored(3, leaves[:3]) | {"x": "installation.restore"})],
        [*leaves[:3], entry(9, Act.INSTALLATION_RESTORE, details=restored(9, leaves))],
        [*leaves[:3], restore(3, leaves[:2])],
        [entry(0), end(8), entry(2), restore(3, [entry(0), end(8), entry(2)])],
        [*leaves, entry(5), restore(6, [*leaves, entry(5)])],
    ]
    for each in broken:
        assert how(look_after_restore(PlainLog(each), former))[0] is Contradicts.NOT_RESTORED
    forged = PlainLog(leaves)
    forged.forge_head()
    assert how(look_after_restore(forged, former))[0] is Contradicts.HEAD_FORGED
    other = PlainLog(leaves)
    other.sign_with(Signer(b"o" * 32))
    assert how(look_after_restore(other, former))[0] is Contradicts.OTHER_KEY


def restore(size: int, leaves: list[bytes]) -> bytes:
    return entry(0, act=Act.INSTALLATION_RESTORE, details=restored(size, leaves))


def restored(size: int, leaves: list[bytes]) -> dict[str, str]:
    made = root(leaf_hash(each) for each in leaves).hex()
    return {"backup_size": str(size), "backup_root": made}


def test_a_file_that_its_key_did_not_sign_explains_nothing() -> None:
    log = PlainLog([entry(0)])
    former = replace(seen(look(log, None)), size=2)
    assert how(look_after_restore(log, former))[0] is Contradicts.FILE_BROKEN
