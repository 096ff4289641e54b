"""Each way of tampering that leaves the key alone is found and named."""

from contextlib import AbstractContextManager, nullcontext
from uuid import uuid4

import pytest
from sqlalchemy import ColumnElement, Executable, delete, select, text, update

from caseflow.audit.check_leaves import LeafCheck
from caseflow.audit.entries import Trace, canonical, read_payload
from caseflow.audit.findings import Fault, Finding
from caseflow.audit.heads import origin_of
from caseflow.audit.read_ahead import alone
from caseflow.audit.record import record
from caseflow.audit.second_process import Asked
from caseflow.audit.stored_tiles import write_tiles
from caseflow.audit.verify import verify
from caseflow.crypto.signing import Signer
from caseflow.database.tables.audit_log import Checkpoint, Leaf, StagedEntry, Tile, TreeHead
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteSigner, key_id, sign_note
from caseflow.merkle.tiles import grow
from caseflow.merkle.tree import EMPTY_ROOT, Frontier, leaf_hash, root
from caseflow.vocabulary.acts import Act
from tests.factories.filled_log import Filled, put_into, taken_from
from tests.factories.log import BEGIN, Log, stage_access
from tests.factories.second_reading import here, verified


def faults(log: Log) -> list[tuple[Fault, int | None]]:
    return [(each.fault, each.position) for each in verified(log).findings]


def tamper(log: Log, *statements: Executable) -> None:
    work = log.work()
    for statement in statements:
        work.session.execute(statement)
    work.finish()


def at(position: int) -> ColumnElement[bool]:
    return Leaf.position == position


def forged(log: Log, position: int, **changes: object) -> bytes:
    [leaf] = log.read(select(Leaf.payload).where(at(position)))
    return canonical(read_payload(leaf) | changes)


def build_tiles(log: Log) -> list[bytes]:
    """Let the tiles be those of the leaves as they are; return the hashes of these."""
    hashes = log.read(select(Leaf.leaf_hash).order_by(Leaf.position))
    work = log.work()
    write_tiles(work, grow(0, hashes, lambda _: b""))
    work.finish()
    return hashes


@pytest.fixture(scope="module")
def filled() -> dict[str, Filled]:
    return {}


@pytest.fixture
def case(log: Log, filled: dict[str, Filled]) -> Case:
    """Three batches, of 260, 30 and 10 entries about one case; recorded once for each engine."""
    engine = log.engine.dialect.name
    if engine not in filled:
        _fill(log)
        filled[engine] = taken_from(log)
    put_into(log, filled[engine])
    assert verified(log).verified
    work = log.work()
    [case] = work.session.scalars(select(Case))
    work.finish()
    return case


def _fill(log: Log) -> None:
    case = log.case()
    for size in (260, 30, 10):
        work = log.work()
        for _ in range(size):
            stage_access(work, case)
        work.finish()
        log.integrate()


def test_a_tree_is_built_again_part_by_part(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.audit.read_ahead.CHUNK", 256)
    work = log.work()
    for _ in range(600):
        record(work, Trace(act=Act.LOGOUT))
    work.finish()
    while log.integrate(at_most=250):
        pass
    seen: list[tuple[int, int]] = []
    report = verify(log.work(), log.signer.public, lambda done, size: seen.append((done, size)))
    assert report.findings == ()
    assert (report.entries, report.size) == (600, 600)
    assert seen == [(256, 600), (512, 600), (600, 600)]
    leaves = log.read(select(Leaf.payload).order_by(Leaf.position))
    assert report.root == root(leaf_hash(each) for each in leaves)


@pytest.mark.usefixtures("case")
def test_what_a_second_one_saw_nobody_reads_again(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(LeafCheck, "_recognised")
    monkeypatch.delattr(LeafCheck, "_each")
    assert verify(log.work(), log.signer.public, second=here()).findings == ()
    monkeypatch.setattr("caseflow.audit.read_ahead.CHUNK", 256)
    report = verify(log.work(), log.signer.public, second=here())
    assert (report.findings, report.entries) == ((), 300)


def test_an_empty_log_is_verified(log: Log) -> None:
    report = verified(log)
    assert report.verified
    assert (report.entries, report.size, report.root) == (0, 0, EMPTY_ROOT)


def test_what_is_staged_counts(log: Log) -> None:
    case = log.case()
    for _ in range(3):
        log.access(case)
    log.integrate(at_most=2)
    assert verified(log).verified
    [waiting] = log.read(select(StagedEntry.id))

    def second(_work: Work, asked: Asked) -> AbstractContextManager[None]:
        assert asked.staged == {str(waiting)}
        return nullcontext()

    assert verify(log.work(), log.signer.public, second=second).verified


@pytest.mark.usefixtures("case")
def test_an_edited_entry_is_named(log: Log) -> None:
    fake = forged(log, 259, purpose="statistics")
    tamper(log, update(Leaf).where(at(259)).values(payload=fake))
    assert faults(log) == [(Fault.ENTRY_CHANGED, 259)]


@pytest.mark.usefixtures("case")
def test_an_entry_edited_with_its_hash_is_named(log: Log) -> None:
    fake = forged(log, 259, purpose="statistics")
    changed = update(Leaf).where(at(259)).values(payload=fake, leaf_hash=leaf_hash(fake))
    tamper(log, changed)
    assert faults(log) == [(Fault.ENTRY_MISPLACED, 259)]


@pytest.mark.usefixtures("case")
def test_a_tree_built_anew_over_an_edited_entry_is_found(log: Log) -> None:
    fake = forged(log, 260, purpose="statistics")
    tamper(log, update(Leaf).where(at(260)).values(payload=fake, leaf_hash=leaf_hash(fake)))
    hashes = build_tiles(log)
    assert faults(log) == [(Fault.ROOT_DIFFERS, 260)]
    # The roots in the table are nothing without their signatures.
    tree = Frontier()
    heads = []
    for size in (260, 290, 300):
        tree = tree.grown(hashes[tree.size : size])
        heads.append(update(Checkpoint).where(Checkpoint.size == size).values(root=tree.root()))
    tamper(log, *heads)
    assert faults(log) == [(Fault.CHECKPOINT_FORGED, 290), (Fault.CHECKPOINT_FORGED, 300)]


@pytest.mark.usefixtures("case")
def test_a_head_signed_with_another_key_is_found(log: Log) -> None:
    [root_then] = log.read(select(Checkpoint.root).where(Checkpoint.size == 290))
    origin = origin_of(log.around.installation)
    other = Signer(b"other".ljust(32))
    by_other = NoteSigner(origin, key_id(origin, other.public), other.sign)
    note = sign_note(checkpoint_text(origin, 290, root_then), by_other)
    tamper(log, update(Checkpoint).where(Checkpoint.size == 290).values(note=note))
    assert faults(log) == [(Fault.CHECKPOINT_FORGED, 290)]


@pytest.mark.usefixtures("case")
def test_a_deleted_entry_is_named(log: Log) -> None:
    tamper(log, delete(Leaf).where(at(295)))
    assert faults(log) == [(Fault.ENTRY_MISSING, 295), (Fault.USE_MISSING, None)]
    assert verified(log).entries == 299


@pytest.mark.usefixtures("case")
def test_swapped_entries_are_named(log: Log) -> None:
    tamper(
        log,
        update(Leaf).where(at(10)).values(position=9999),
        update(Leaf).where(at(20)).values(position=10),
        update(Leaf).where(at(9999)).values(position=20),
    )
    assert faults(log) == [(Fault.ENTRY_MISPLACED, 10), (Fault.ENTRY_MISPLACED, 20)]


def test_a_use_told_again_behind_the_middle_is_named(log: Log, case: Case) -> None:
    """Where a second one looks at what lies behind, and finds it sound."""
    again = [{"id": str(case.id), "kind": "own_unit", "use": 200}]
    fake = forged(log, 270, bases=again)
    tamper(log, update(Leaf).where(at(270)).values(payload=fake, leaf_hash=leaf_hash(fake)))
    build_tiles(log)
    assert faults(log) == [
        (Fault.ROOT_DIFFERS, 260),
        (Fault.USE_REPEATED, 270),
        (Fault.USE_MISSING, None),
    ]
    other = canonical({**read_payload(fake), "bases": [again[0] | {"use": 271}, *again]})
    tamper(log, update(Leaf).where(at(10)).values(payload=other, leaf_hash=leaf_hash(other)))
    assert (Fault.USE_REPEATED, 270) in faults(log)


@pytest.mark.usefixtures("case")
def test_a_truncated_log_is_found(log: Log) -> None:
    """By the use numbers, when the tree itself was cut back without a trace."""
    cut = [
        delete(Leaf).where(Leaf.position >= 290),
        delete(Checkpoint).where(Checkpoint.size > 290),
        update(TreeHead).values(size=290),
    ]
    for done, expected in enumerate(
        [
            {Fault.ENTRY_MISSING, Fault.USE_MISSING},
            {Fault.ENTRY_MISSING, Fault.HEAD_UNSIGNED, Fault.USE_MISSING},
            {Fault.USE_MISSING},
        ]
    ):
        tamper(log, cut[done])
        assert {fault for fault, _ in faults(log)} == expected


@pytest.mark.usefixtures("case")
def test_what_lies_behind_the_head_is_found(log: Log) -> None:
    tamper(log, update(TreeHead).values(size=290))
    expected = [(Fault.BEYOND_HEAD, 290), (Fault.BEYOND_HEAD, 290), (Fault.USE_MISSING, None)]
    assert faults(log) == expected


@pytest.mark.usefixtures("case")
def test_every_changed_column_is_named(log: Log) -> None:
    changes: dict[str, object] = {
        "entry_id": uuid4(),
        "at": BEGIN,
        "act": "logout",
        "decision": "refused",
        "staff_id": uuid4(),
        "unit_id": uuid4(),
        "client_id": uuid4(),
        "request_id": None,
        "pruned_by": uuid4(),  # it would be shown to nobody who looks for it
    }
    for position, (column, value) in enumerate(changes.items()):
        tamper(log, update(Leaf).where(at(position)).values({column: value}))
    assert faults(log) == [(Fault.COLUMNS_DIFFER, position) for position in range(len(changes))]


@pytest.mark.usefixtures("case")
def test_a_value_that_only_reads_like_that_of_an_entry_is_named(log: Log) -> None:
    alike = {
        "sqlite": "UPDATE log_leaves SET act = CAST(act AS BLOB) WHERE position = 7",
        "postgresql": "UPDATE log_leaves SET at = CAST(CAST(at AS TEXT) || ' BC' AS TIMESTAMPTZ)"
        " WHERE position = 7",
    }
    tamper(log, text(alike[log.engine.dialect.name]))
    assert faults(log) == [(Fault.COLUMNS_DIFFER, 7)]


@pytest.mark.usefixtures("case")
def test_bytes_that_are_no_entry_are_named(log: Log) -> None:
    deep = b"[" * 9000 + b"]" * 9000
    for fake in (b"{}", b"[]", b"\xff", canonical({"v": 1}), forged(log, 299, bases=7), deep):
        tamper(log, update(Leaf).where(at(299)).values(payload=fake))
        expected = [Fault.ENTRY_CHANGED, Fault.ENTRY_UNREADABLE, Fault.USE_MISSING]
        assert [fault for fault, _ in faults(log)] == expected


@pytest.mark.usefixtures("case")
def test_a_broken_tile_of_leaves_is_named(log: Log) -> None:
    first = Tile.level == 0, Tile.position == 0
    [hashes] = log.read(select(Tile.hashes).where(*first))
    tamper(log, update(Tile).where(*first).values(hashes=bytes(32) + hashes[32:]))
    found = faults(log)
    assert found == [
        (Fault.ENTRY_MISPLACED, 0),
        (Fault.ROOT_DIFFERS, 0),
        (Fault.TILE_DIFFERS, None),
    ]
    tamper(log, update(Tile).where(*first).values(hashes=hashes[:-1]))
    assert faults(log) == [(Fault.TILE_DIFFERS, 0)]
    if log.engine.dialect.name == "sqlite":  # which keeps a text where bytes should be
        tamper(log, text("UPDATE log_tiles SET hashes = hex(hashes)"))
        places = {0, 256, None}
        assert set(faults(log)) == {(Fault.TILE_DIFFERS, place) for place in places}
    both = b"".join(build_tiles(log))
    for end in (257 * 32, 256 * 32 + 16):  # what the next tile has to say stands in the first one
        tamper(log, update(Tile).where(*first).values(hashes=both[:end]))
        tamper(
            log, update(Tile).where(Tile.level == 0, Tile.position == 1).values(hashes=both[end:])
        )
        for second in (alone, here()):
            report = verify(log.work(), log.signer.public, second=second)
            assert (Fault.TILE_DIFFERS, 256) in [
                (each.fault, each.position) for each in report.findings
            ]
    tamper(log, delete(Tile).where(*first), delete(Leaf).where(at(3)))
    found = faults(log)
    assert (Fault.TILE_DIFFERS, 0) in found
    assert (Fault.ENTRY_MISSING, 3) in found
    fake = forged(log, 4, purpose="statistics")
    tamper(log, update(Leaf).where(at(4)).values(payload=fake))
    assert (Fault.ENTRY_CHANGED, 4) in faults(log)


def test_a_deleted_staged_entry_is_found(log: Log, case: Case) -> None:
    log.access(case)
    tamper(log, delete(StagedEntry))
    [finding] = verified(log).findings
    assert finding == Finding(Fault.USE_MISSING, None, f"use 301 of {case.id}")
    log.access(case)
    log.integrate()
    assert faults(log) == [(Fault.USE_MISSING, None)]


def test_a_forged_staged_entry_is_found_and_stays_known(log: Log, case: Case) -> None:
    entry = log.access(case)
    fake = canonical({"v": 1, "id": str(entry)})
    tamper(log, update(StagedEntry).values(payload=fake))
    expected = [Fault.STAGED_FORGED, Fault.USE_MISSING]
    assert sorted(fault for fault, _ in faults(log)) == expected
    log.integrate()
    assert faults(log) == [(Fault.STAGED_FORGED, 300), (Fault.USE_MISSING, None)]


def test_writing_may_go_on_meanwhile(log: Log, case: Case) -> None:
    def go_on(_done: int, _size: int) -> None:
        log.access(case)
        log.integrate()
        log.access(case, log.desk(case.client_id))

    log.access(case)
    assert verify(log.work(), log.signer.public, go_on).findings == ()
    assert verified(log).verified
