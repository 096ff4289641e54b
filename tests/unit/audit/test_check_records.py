from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, update

from caseflow.audit.check_records import RecordCheck
from caseflow.audit.entries import RowDigest
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.record import digest_of
from caseflow.audit.verify_records import verify_records
from caseflow.database.snapshots import snapshot
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import UnitRow
from caseflow.vocabulary.acts import Act
from tests.factories.log import BEGIN, Log, stage_access


def told(log: Log, *rows: RowDigest) -> None:
    work = log.work()
    stage_access(work, act=Act.ROWS_TELL, rows=rows)
    work.finish()


def faults(log: Log) -> list[tuple[Fault, str]]:
    report = verify_records(log.work())
    return [(each.fault, each.detail) for each in report.findings]


def begun(log: Log) -> Case:
    """Tell of the unit and of one case."""
    case = log.case()
    work = log.work()
    unit = digest_of(work.session.scalars(select(UnitRow)).one())
    work.abandon()
    told(log, unit, digest_of(case))
    return case


def test_rows_as_they_were_told_are_sound_while_entries_wait_and_after(log: Log) -> None:
    case = begun(log)
    log.access(case)  # a use is no change
    assert faults(log) == []
    log.integrate()
    seen: list[tuple[int, int]] = []
    assert verify_records(log.work(), lambda *step: seen.append(step)).rows == 2
    assert seen == [(4, 4)]


def test_an_unknown_a_missing_and_a_revived_row_are_named(log: Log) -> None:
    case = begun(log)
    other = log.case()
    assert faults(log) == [(Fault.ROW_ADDED, f"cases {other.id}")]
    told(log, RowDigest("cases", other.id, b""))
    assert faults(log) == [(Fault.ROW_REVIVED, f"cases {other.id}")]
    work = log.work()
    work.session.execute(delete(Case).where(Case.id == case.id))
    work.touched.clear()
    work.finish()
    assert (Fault.ROW_DELETED, f"cases {case.id}") in faults(log)
    told(log, RowDigest("name_cards", uuid4(), b"x" * 32))  # of a table that is not compared
    assert len(faults(log)) == 2


def test_an_older_row_is_told_from_one_that_never_was(log: Log) -> None:
    case = begun(log)
    told(log, RowDigest("cases", case.id, b"n" * 32))
    log.access(case)
    log.integrate()
    assert faults(log) == [(Fault.ROW_ROLLED_BACK, f"cases {case.id}")]
    work = log.work()
    work.session.execute(update(Case).values(generation=9))
    work.finish()
    assert faults(log) == [(Fault.ROW_CHANGED, f"cases {case.id}")]


def test_entries_that_cannot_be_read_tell_nothing(log: Log) -> None:
    begun(log)
    log.integrate()
    broken = {
        "entry_id": uuid4(),
        "payload": b'{"rows":[',
        "leaf_hash": b"",
        "at": BEGIN,
        "act": "",
        "decision": "",
    }
    work = log.work()
    work.session.execute(insert(Leaf), [broken | {"position": 1}])
    work.session.execute(update(Case).values(generation=9))
    work.finish()
    assert [fault for fault, _ in faults(log)] == [Fault.ROW_CHANGED]


def test_no_more_rows_are_looked_into_than_fit(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    case = begun(log)
    told(log, RowDigest("cases", case.id, b"n" * 32))
    monkeypatch.setattr("caseflow.audit.check_records.MOST", 0)
    url = log.engine.url.render_as_string(hide_password=False)
    findings = Findings()
    with snapshot(url) as connection:
        RecordCheck(connection, findings, lambda _done, _all: None).run()
    assert findings.in_order() == ()
