from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from caseflow.audit.log_source import DatabaseSource
from caseflow.audit.witness import Contradiction, Contradicts, Seen, look
from caseflow.audit.witness_check import check_witness
from caseflow.audit.witness_file import Witness
from caseflow.crypto.signing import Signer
from caseflow.merkle.bundles import bundle_path
from caseflow.merkle.tiles import Tile
from caseflow.merkle.tree import HASH_SIZE
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import Log
from tests.factories.plain_log import PlainLog, end, entry, prune


def seen(found: Seen | Contradiction) -> Witness:
    assert isinstance(found, Seen), found
    return found.witness


def how(found: Seen | Contradiction) -> tuple[Contradicts, int | None]:
    assert isinstance(found, Contradiction), found
    return found.how, found.position


def test_a_first_look_pins_the_key_and_keeps_every_end_with_its_proof() -> None:
    log = PlainLog([entry(0), end(1), entry(2), end(3)])
    first = look(log, None)
    assert isinstance(first, Seen)
    assert (first.fresh, first.witness.size, first.witness.key) == (4, 4, log.key())
    assert [each.index for each in first.witness.ends] == [1, 3]
    assert check_witness(first.witness, log.origin, log.signer.public) is None


@pytest.mark.parametrize("sizes", [(3, 3), (3, 4), (5, 255), (5, 300), (256, 257), (300, 900)])
def test_a_log_that_only_grew_is_seen_on(sizes: tuple[int, int]) -> None:
    old, new = sizes
    leaves = [end(at) if at % 7 == 1 else entry(at) for at in range(new)]
    former = seen(look(PlainLog(leaves[:old]), None))
    log = PlainLog(leaves)
    later = look(log, former)
    assert isinstance(later, Seen)
    assert later.fresh == new - old
    assert [each.index for each in later.witness.ends] == [*range(1, new, 7)]
    assert check_witness(later.witness, log.origin, log.signer.public) is None


def test_who_has_seen_much_asks_for_little() -> None:
    leaves = [end(at) for at in range(2048)]
    former = seen(look(PlainLog(leaves), None))
    log = PlainLog([*leaves, entry(2048)])
    seen(look(log, former))
    # The new bundle, and the tiles at the right edge: none of the eight old ones below them.
    assert len(log.asked) <= 4, log.asked


def test_a_pruned_entry_has_its_hash_and_no_bytes() -> None:
    leaves = [entry(0), end(1), end(2), entry(3), prune("0-0,1-2")]
    former = seen(look(PlainLog(leaves[:2]), None))
    log = PlainLog(leaves)
    log.pruned = {0, 1, 2}
    later = seen(look(log, former))
    assert [each.index for each in later.ends] == [1]  # kept from before; nobody knows the other
    assert later.unread == ((2, 2),)
    log = PlainLog([*leaves, entry(5), prune("5-5")])
    log.pruned = {0, 1, 2, 5}
    assert seen(look(log, later)).unread == ((2, 2), (5, 5))
    assert seen(look(log, None)).unread == ((0, 2), (5, 5))


@pytest.mark.parametrize(
    "told",
    [entry(4), prune("0-1"), prune("3-9"), prune("?"), entry(4, Act.LOG_PRUNE, details={})],
)
def test_an_entry_that_none_tells_to_be_pruned_was_emptied(told: bytes) -> None:
    leaves = [entry(0), end(1), end(2), entry(3), told]
    former = seen(look(PlainLog(leaves[:2]), None))
    log = PlainLog([*leaves, entry(5)])
    log.pruned = {1, 2}
    assert how(look(log, former)) == (Contradicts.LEAF_EMPTIED, 2)


def test_an_entry_that_tells_of_itself_or_of_later_ones_proves_nothing() -> None:
    log = PlainLog([entry(0), prune("2-2"), end(2)])
    log.pruned = {2}
    assert how(look(log, None)) == (Contradicts.LEAF_EMPTIED, 2)


def test_bytes_that_are_no_entry_are_no_end() -> None:
    assert seen(look(PlainLog([b"[]", b"no", b'{"v":2}']), None)).ends == ()


TAMPERINGS: dict[str, tuple[Contradicts, int | None, Callable[[PlainLog], None]]] = {
    "shrunk": (Contradicts.SHRUNK, 3, lambda log: log.truncate(3)),
    "edited before": (Contradicts.FORKED, None, lambda log: log.rewrite(2, entry(99))),
    "edited behind": (Contradicts.LEAF_DIFFERS, 7, lambda log: log.swap_bytes(7, entry(99))),
    "bundle cut": (Contradicts.LEAF_DIFFERS, 0, lambda log: log.cut_bundle()),
    "tile cut": (Contradicts.LEAF_DIFFERS, 8, lambda log: log.cut_tile()),
    "no tiles": (Contradicts.FORKED, None, lambda log: log.cut_tile(HASH_SIZE * 9)),
    "other key": (Contradicts.OTHER_KEY, None, lambda log: log.sign_with(Signer(b"o" * 32))),
    "forged head": (Contradicts.HEAD_FORGED, None, lambda log: log.forge_head()),
    "other root": (Contradicts.FORKED, None, lambda log: log.sign_root(bytes(32))),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_log_that_contradicts_the_last_look_is_told(name: str) -> None:
    expected, position, tamper = TAMPERINGS[name]
    leaves = [end(at) if at == 1 else entry(at) for at in range(9)]
    former = seen(look(PlainLog(leaves[:5]), None))
    log = PlainLog(leaves)
    tamper(log)
    assert how(look(log, former)) == (expected, position)


def test_an_end_that_a_higher_tile_does_not_hold_is_told() -> None:
    leaves = [end(at) if at == 1 else entry(at) for at in range(600)]
    log = PlainLog(leaves)
    log.spoil_tile(Tile(1, 0, 2))
    assert how(look(log, None)) == (Contradicts.FORKED, None)


def test_a_file_that_its_key_did_not_sign_is_told() -> None:
    log = PlainLog([entry(0)])
    former = replace(seen(look(log, None)), size=2)
    assert how(look(log, former))[0] is Contradicts.FILE_BROKEN


def test_the_log_of_the_database_at_hand_is_read(log: Log) -> None:
    source = DatabaseSource(log.work(), log.signer.public)
    assert how(look(source, None))[0] is Contradicts.HEAD_FORGED
    assert source.checkpoint() == ""
    case = log.case()
    log.access(case)
    ended = UsedBasis(BasisKind.CONSENT, uuid4(), 0)
    log.access(act=Act.CONSENT_EXPIRE, ended=(ended,))
    log.integrate()
    former = seen(look(source, None))
    assert [each.index for each in former.ends] == [1]
    log.access(case)
    log.integrate()
    later = look(source, former)
    assert isinstance(later, Seen)
    assert later.fresh == 1
    assert check_witness(later.witness, former.origin, log.signer.public) is None
    assert source.tile("tile/9") == b""
    assert source.tile(bundle_path(7, 1)) == b""
    source.work.abandon()
