"""What is pruned takes nothing from whoever verifies, proves, or compares the rows."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, update

from caseflow.audit.entries import Doer, RowDigest
from caseflow.audit.findings import Fault
from caseflow.audit.log_source import DatabaseSource
from caseflow.audit.look import LogFilter, entries, entry
from caseflow.audit.prune import LogPruner, Pruned
from caseflow.audit.record import digest_of
from caseflow.audit.verify import verify
from caseflow.audit.verify_records import verify_records
from caseflow.audit.witness import Seen, look
from caseflow.database.tables.audit_log import Leaf, LogPruning, SealedReason
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import UnitRow
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import Log, stage_access
from tests.factories.second_reading import early, verified

NOBODY = Doer(staff=uuid4(), session=uuid4(), unit=None, role=None, token=None)


MayGo = Callable[[Sequence[Mapping[str, Any]]], Sequence[bool]]


def everything(contents: Sequence[Mapping[str, Any]]) -> list[bool]:
    return [True] * len(contents)


def pruned(
    log: Log, upto: int, may_go: MayGo = everything, at_most: int = 100, first: int = 0
) -> Pruned:
    """Prune in as many steps as it takes."""
    work = log.work()
    pruner = LogPruner(work, may_go, NOBODY, at_most)
    count = 0
    while first < upto:
        step = pruner.step(first, upto)
        work.finish()
        count, first = count + step.count, step.seen
    pruner.close()
    log.integrate()
    return Pruned(count, first)


def faults(log: Log) -> list[tuple[Fault, int | None]]:
    findings = verified(log).findings
    return [(each.fault, each.position) for each in findings]


def acts(log: Log, act: Act) -> list[dict[str, Any]]:
    """Return the entries of one act, the newest first."""
    work = log.work()
    found = [each.content for each in entries(work, LogFilter(act=act))]
    work.put_away()
    return found


@pytest.fixture
def case(log: Log) -> Case:
    """Six entries: how the rows stand, then five uses of a case; two of them after a head."""
    case = log.case()
    work = log.work()
    unit = work.session.scalars(select(UnitRow)).one()
    stage_access(work, act=Act.ROWS_TELL, rows=(digest_of(unit), digest_of(case)))
    work.finish()
    for number in range(5):
        log.access(case)
        if number % 2:
            log.integrate()
    log.integrate()
    return case


def test_the_log_verifies_without_the_bytes_and_all_proofs_hold(log: Log, case: Case) -> None:
    source = DatabaseSource(log.work(), log.signer.public)
    before = look(source, None)
    assert isinstance(before, Seen)
    assert pruned(log, 4) == Pruned(4, 4)
    assert faults(log) == []
    report = verify(log.work(), log.signer.public)
    assert (report.size, report.entries) == (8, 4)
    assert isinstance(look(source, before.witness), Seen)
    assert isinstance(look(source, None), Seen)
    log.access(case)
    log.integrate()
    assert faults(log) == []
    assert verify_records(log.work()).findings == ()  # the manifest tells how they stood


@pytest.mark.usefixtures("case")
def test_what_was_seen_before_it_was_pruned_is_sound(log: Log) -> None:
    """A second one may have read meanwhile what is no longer there."""
    second = early(lambda: pruned(log, 4))
    report = verify(log.work(), log.signer.public, second=second)
    assert (report.entries, report.findings) == (6, ())
    assert faults(log) == []


def test_what_is_pruned_says_nothing_of_anybody_any_more(log: Log, case: Case) -> None:
    ids = log.read(select(Leaf.entry_id).order_by(Leaf.position))
    work = log.work()
    work.session.add(SealedReason(entry_id=ids[2], sealed=b"sealed"))
    work.finish()
    pruned(log, 4)
    assert log.read(select(SealedReason.entry_id)) == []
    work = log.work()
    assert [each.position for each in entries(work, LogFilter())] == [7, 6, 5, 4]
    assert entries(work, LogFilter(clients=frozenset({case.client_id})))[-1].position == 4
    assert entry(work, 2) is None
    row = work.session.get(Leaf, 2)
    assert row is not None
    assert (row.payload, row.client_id, row.staff_id, row.act) == (b"", None, None, "")
    assert row.entry_id == ids[2]
    told = entry(work, 7)
    work.abandon()
    assert told is not None
    assert told.content["act"] == Act.LOG_PRUNE
    assert told.content["details"]["pruned"] == "4"
    assert told.content["staff"] == str(NOBODY["staff"])


def test_a_second_pruning_takes_what_the_first_one_kept_and_no_entry_of_a_pruning(
    log: Log,
    case: Case,
) -> None:
    pruned(log, 2)
    assert pruned(log, 8) == Pruned(5, 8)  # the manifest of the first one too
    assert faults(log) == []
    assert verify_records(log.work()).findings == ()
    assert pruned(log, 6) == Pruned(0, 6)
    log.access(case)
    log.integrate()
    assert faults(log) == []


def test_rows_stand_as_the_whole_log_tells_however_many_steps_it_takes(
    log: Log, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.prune.SHEET", 1)
    gone = RowDigest("cases", uuid4(), b"x" * 32)
    unit = RowDigest("units", log.unit, b"y" * 32)
    log.access(case, rows=(replace(gone, digest=b""), unit))
    log.access(case)
    work = log.work()
    rows = tuple(map(digest_of, work.session.scalars(select(UnitRow))))
    work.abandon()
    log.access(case, rows=(gone,), act=Act.CASE_CLOSE)
    log.access(case, rows=(replace(gone, digest=b""),))
    log.access(case, rows=rows)
    log.integrate()

    def others(contents: Sequence[Mapping[str, Any]]) -> list[bool]:
        return [each["act"] != Act.CASE_CLOSE for each in contents]

    # How a row stood is told in one step, in the next one how it stands, and that it is no more.
    assert pruned(log, 11, others, at_most=3) == Pruned(10, 11)
    assert verify_records(log.work()).findings == ()
    manifests = acts(log, Act.LOG_MANIFEST)
    assert {each["details"]["upto"] for each in manifests} == {"11"}
    told = [row for each in manifests for row in each["rows"]]
    assert {"table": "cases", "id": str(gone.id), "digest": ""} in told
    size = log.integrate() + 11 + len(manifests) + len(log.read(select(LogPruning.entry_id)))
    pruned(log, size, at_most=3)  # the manifests too
    assert verify_records(log.work()).findings == ()
    assert faults(log) == []


def test_who_prunes_beside_another_looks_over_the_log_again(log: Log, case: Case) -> None:
    unit = RowDigest("units", log.unit, b"y" * 32)
    work = log.work()
    with closing(LogPruner(work, everything, NOBODY, 2)) as pruner:
        assert pruner.step(4, 6) == Pruned(2, 6)
        work.finish()
        log.access(case, rows=(unit,))
        log.integrate()
        assert pruned(log, 8, first=6) == Pruned(1, 8)  # which the other has never read
        assert pruner.step(0, 2) == Pruned(2, 2)
        work.finish()
    log.integrate()
    told = [row["digest"] for row in acts(log, Act.LOG_MANIFEST)[0]["rows"]]
    assert unit.digest.hex() in told


def test_whoever_empties_a_leaf_by_hand_is_found(log: Log, case: Case) -> None:
    pruned(log, 4)
    [by] = log.read(select(LogPruning.entry_id))
    work = log.work()
    emptied = {"payload": b"", "act": "", "decision": "", "client_id": None, "request_id": None}
    for position, name in ((4, by), (5, uuid4())):
        forged = update(Leaf).where(Leaf.position == position)
        work.session.execute(forged.values(**emptied, pruned_by=name))
    work.finish()
    for at, left in ((1, b"x" * 31), (2, b"x" * 32)):
        work.session.execute(update(Leaf).where(Leaf.position == at).values(leaf_hash=left))
    work.finish()
    assert [each for each in faults(log) if each[1] in (1, 2, 4, 5)] == [
        (Fault.ENTRY_CHANGED, 1),  # no hash at all
        (Fault.ENTRY_MISPLACED, 2),
        (Fault.PRUNED_UNTOLD, 4),
        (Fault.PRUNED_UNTOLD, 5),
    ]
    log.access(case)  # the leaves in between are sound


def test_a_summary_that_was_changed_or_taken_away_is_found(log: Log, case: Case) -> None:  # noqa: ARG001 - it fills the log
    pruned(log, 4)
    work = log.work()
    work.session.execute(update(LogPruning).values(summary=b"{}"))
    work.finish()
    assert (Fault.PRUNED_DIFFERS, None) in faults(log)
    assert (Fault.PRUNED_UNTOLD, 0) in faults(log)
    work = log.work()
    work.session.execute(delete(LogPruning))
    work.finish()
    assert (Fault.PRUNED_DIFFERS, None) in faults(log)


def test_a_summary_that_nobody_told_of_is_found(log: Log, case: Case) -> None:  # noqa: ARG001 - it fills the log
    pruned(log, 4)
    summary = log.read(select(LogPruning.summary))[0]
    work = log.work()
    work.session.add(LogPruning(entry_id=uuid4(), summary=summary))
    work.finish()
    assert (Fault.PRUNED_DIFFERS, 0) in faults(log)


def test_what_may_not_go_and_what_is_no_entry_stays(
    log: Log, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = log.work()
    work.session.execute(update(Leaf).where(Leaf.position == 1).values(payload=b"?"))
    work.finish()

    def not_hers(contents: Sequence[Mapping[str, Any]]) -> list[bool]:
        return [each.get("client") != str(case.client_id) for each in contents]

    work = log.work()
    assert LogPruner(work, not_hers, NOBODY).would_go(0, 6) == Pruned(1, 6)
    work.abandon()
    assert pruned(log, 6, not_hers) == Pruned(1, 6)
    assert pruned(log, 6, not_hers, first=2) == Pruned(0, 6)
    monkeypatch.setattr("caseflow.audit.prune.MOST_RANGES", 1)

    def every_other(contents: Sequence[Mapping[str, Any]]) -> list[bool]:
        return [number % 2 == 0 for number, _ in enumerate(contents)]

    # What one entry can name goes in one step, the rest in the next.
    assert pruned(log, 6, every_other, first=2) == Pruned(2, 6)
    assert [each["details"]["leaves"] for each in acts(log, Act.LOG_PRUNE)] == [
        "4-4",
        "2-2",
        "0-0",
    ]


def test_an_end_stays_as_long_as_what_it_ended(log: Log) -> None:
    for number in (1, 2):
        ended = UsedBasis(BasisKind.CONSENT, UUID(int=number), 0)
        rows = (RowDigest("consents", UUID(int=number), b"d" * 32),)
        log.access(act=Act.CONSENT_EXPIRE, ended=(ended,), rows=rows)
    log.access(act=Act.INSTALLATION_RESTORE)
    log.access(act=Act.RESTORE_CONFIRM)
    log.integrate()
    assert pruned(log, 4) == Pruned(2, 4)  # but not what tells of a restore
