from hashlib import sha256
from uuid import UUID

import pytest
from sqlalchemy import text

from caseflow.audit.check_pruned import PrunedCheck
from caseflow.audit.check_uses import UseNumbers
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.prunings import summary_of
from caseflow.database.tables.audit_log import LogPruning
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log

ENTRY = UUID(int=7)
SUMMARY = summary_of(
    {
        0: {"bases": [{"id": "a", "use": 1}]},
        1: {"bases": [{"id": "a", "use": 2}], "ended": [{"id": "a", "use": 2}]},
        5: {},
    }
)
TOLD = {
    "id": str(ENTRY),
    "act": Act.LOG_PRUNE.value,
    "details": {"summary": sha256(SUMMARY).hexdigest()},
}


@pytest.fixture
def check(log: Log) -> PrunedCheck:
    work = log.work()
    work.session.add(LogPruning(entry_id=ENTRY, summary=SUMMARY))
    work.session.flush()
    findings = Findings()
    made = PrunedCheck(findings, UseNumbers(findings))
    made.load(work)
    work.abandon()
    return made


def faults(check: PrunedCheck) -> list[tuple[Fault, int | None]]:
    return [(each.fault, each.position) for each in check.findings.in_order()]


def test_the_uses_of_pruned_entries_count_as_seen(check: PrunedCheck) -> None:
    assert check.numbers.upto == {"a": 2}
    assert check.numbers.ended == {"a": (2, 1)}


def test_leaves_that_were_told_to_be_pruned_are_sound(check: PrunedCheck) -> None:
    for position in (0, 1, 5):
        check.meet(position, ENTRY)
    check.see(TOLD)
    check.see({"act": "story.read"})
    check.see({"act": Act.LOG_PRUNE.value})  # the officer's own, which says what she asked for
    check.finish()
    assert faults(check) == []


def test_any_other_leaf_is_named(check: PrunedCheck) -> None:
    for position in (2, 4, 6):
        check.meet(position, ENTRY)
    check.meet(0, UUID(int=8))
    assert faults(check) == [(Fault.PRUNED_UNTOLD, at) for at in (0, 2, 4, 6)]


def test_what_was_told_otherwise_is_named(check: PrunedCheck) -> None:
    check.see(TOLD | {"details": {"summary": "00"}})
    check.see(TOLD | {"id": str(UUID(int=8))})
    check.finish()
    assert sorted(faults(check), key=str) == [
        (Fault.PRUNED_DIFFERS, 0),
        (Fault.PRUNED_DIFFERS, None),
    ]


@pytest.mark.one_engine("PostgreSQL itself holds to the types of the columns")
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_no_pruning_can_have_left_is_named(log: Log) -> None:
    work, findings = log.work(), Findings()
    for forged in (
        "INSERT INTO log_prunings VALUES ('x', x'7b7d')",
        "INSERT INTO log_prunings VALUES (hex(randomblob(16)), 'x')",
    ):
        work.session.execute(text(forged))
    PrunedCheck(findings, UseNumbers(findings)).load(work)
    assert [each.fault for each in findings.found] == [Fault.PRUNED_DIFFERS] * 2
    work.abandon()
