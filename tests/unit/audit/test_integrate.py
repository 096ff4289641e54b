from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, func, select, update

from caseflow.audit.entries import read_payload
from caseflow.audit.integrate import integrate
from caseflow.audit.verify import verify
from caseflow.database.tables.audit_log import Checkpoint, Leaf, StagedEntry, Tile, TreeHead
from caseflow.merkle.tree import leaf_hash, root
from caseflow.vocabulary.errors import BrokenSeal
from tests.factories.integrators import integrators
from tests.factories.log import Log

WRITERS = 8
ACCESSES = 12  # of each writer


def counts(log: Log) -> tuple[int, int, int]:
    """Return how many entries are staged, how many are leaves, and the size of the tree."""
    tables = StagedEntry, Leaf
    staged, leaves = (log.read(select(func.count()).select_from(each))[0] for each in tables)
    return staged, leaves, sum(log.read(select(TreeHead.size)))


def leaves(log: Log) -> list[bytes]:
    return log.read(select(Leaf.payload).order_by(Leaf.position))


def test_nothing_waits_and_nothing_happens(log: Log) -> None:
    assert log.integrate() == 0
    assert counts(log) == (0, 0, 0)


def test_the_oldest_entries_go_first_into_a_signed_tree(log: Log) -> None:
    made = [log.access() for _ in range(5)]
    assert log.integrate(at_most=3) == 3
    assert counts(log) == (2, 3, 3)
    assert log.integrate(at_most=3) == 2
    assert counts(log) == (0, 5, 5)
    assert log.read(select(Leaf.entry_id).order_by(Leaf.position)) == made
    hashes = [leaf_hash(each) for each in leaves(log)]
    assert log.read(select(Leaf.leaf_hash).order_by(Leaf.position)) == hashes
    assert log.read(select(Checkpoint.root).order_by(Checkpoint.size)) == [
        root(hashes[:3]),
        root(hashes),
    ]


def test_the_plain_columns_repeat_the_entry(log: Log) -> None:
    client, staff, unit = uuid4(), uuid4(), uuid4()
    entry = log.access(client=client, staff=staff, unit=unit, decision="refused")
    log.integrate()
    work = log.work()
    leaf = work.session.get_one(Leaf, 0)
    assert (leaf.entry_id, leaf.client_id, leaf.staff_id, leaf.unit_id) == (
        entry,
        client,
        staff,
        unit,
    )
    assert (leaf.act, leaf.decision, leaf.request_id) == ("story.read", "refused", "request-1")
    work.abandon()


def test_whoever_comes_second_changes_nothing(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    log.access()
    log.integrate()
    entry = log.access()
    work = log.work()
    for stale in (None, 0):  # as if the other had not yet begun the log, or not yet grown it
        with monkeypatch.context() as patch:
            patch.setattr(work.session, "scalar", lambda _, size=stale: size)
            assert integrate(work, log.signer) == 0
    assert counts(log) == (1, 1, 1)
    assert log.read(select(StagedEntry.id)) == [entry]


def test_a_forged_row_becomes_an_alarm_that_keeps_its_bytes(log: Log) -> None:
    sound, forged = log.access(), log.access()
    work = log.work()
    change = update(StagedEntry).where(StagedEntry.id == forged).values(payload=b"forged")
    work.session.execute(change)
    work.finish()
    assert log.integrate() == 2
    assert counts(log) == (0, 2, 2)
    first, second = (read_payload(each) for each in leaves(log))
    assert first["id"] == str(sound)
    assert (second["act"], second["details"]) == (
        "alarm.seal",
        {"table": "staged_entries", "row": str(forged), "found": b"forged".hex()},
    )


def test_an_entry_that_is_staged_again_is_an_alarm(log: Log) -> None:
    entry = log.access()
    [(payload, at, seal)] = _staged(log)
    log.integrate()
    work = log.work()
    again = StagedEntry(id=entry, at=at, payload=payload)
    work.session.add(again)
    work.finish()
    assert again.row_seal == seal
    assert log.integrate() == 1
    assert [read_payload(each)["act"] for each in leaves(log)] == ["story.read", "alarm.seal"]


@pytest.mark.parametrize("table", [Tile, Checkpoint])
def test_a_tree_that_was_changed_is_not_signed_again(
    log: Log, table: type[Tile | Checkpoint]
) -> None:
    log.access()
    log.integrate()
    work = log.work()
    work.session.execute(delete(table))
    work.finish()
    log.access()
    with pytest.raises(BrokenSeal):
        integrate(work, log.signer)
    work.abandon()
    assert counts(log) == (1, 1, 1)


def test_nothing_is_lost_and_nothing_comes_twice(log: Log) -> None:
    case = log.case()

    def write(_writer: int) -> list[UUID]:
        return [log.access(case) for _ in range(ACCESSES)]

    with integrators(log, 2), ThreadPoolExecutor(WRITERS) as writers:
        made = [entry for each in writers.map(write, range(WRITERS)) for entry in each]
    while log.integrate():
        pass
    assert sorted(log.read(select(Leaf.entry_id))) == sorted(made)
    assert counts(log) == (0, WRITERS * ACCESSES, WRITERS * ACCESSES)
    report = verify(log.work(), log.signer.public)
    assert report.findings == ()
    assert report.size == len(made)


def _staged(log: Log) -> list[tuple[bytes, datetime, bytes]]:
    work = log.work()
    rows = [
        (row.payload, row.at, row.row_seal) for row in work.session.scalars(select(StagedEntry))
    ]
    work.put_away()
    return rows
