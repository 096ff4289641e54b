from uuid import uuid4

import pytest
from sqlalchemy import select

from caseflow.audit.check_leaves import LeafCheck
from caseflow.audit.check_pruned import PrunedCheck
from caseflow.audit.check_uses import UseNumbers
from caseflow.audit.findings import Findings
from caseflow.audit.read_ahead import alone, read_ahead
from caseflow.audit.second_process import Second
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log
from tests.factories.second_reading import here


@pytest.mark.parametrize("second", [alone, here()], ids=["alone", "with a second"])
def test_a_part_of_the_leaves_gives_its_hashes_and_uses(
    log: Log, monkeypatch: pytest.MonkeyPatch, second: Second
) -> None:
    # Sound as they are, none of them needs a closer look.
    monkeypatch.delattr(LeafCheck, "_each")
    case = log.case()
    entries = [str(log.access(case)) for _ in range(3)]
    log.integrate()
    findings = Findings()
    numbers = UseNumbers(findings)
    staged = dict.fromkeys([*entries, "elsewhere"], b"")
    work = log.work()
    check = LeafCheck(work, findings, numbers, staged, PrunedCheck(findings, numbers))
    payloads = log.read(select(Leaf.payload).order_by(Leaf.position))
    with read_ahead(work, 2, second, frozenset(staged)) as [stretch]:
        hashes = list(check.hashes(stretch))
    assert [list(each.hashes) for each in hashes] == [[leaf_hash(each) for each in payloads[:2]]]
    assert (check.entries, numbers.last(str(case.id))) == (2, 2)
    assert list(staged) == [entries[2], "elsewhere"]
    assert findings.in_order() == ()


def test_the_alarm_of_another_table_is_no_forged_entry(log: Log) -> None:
    log.access(act=Act.ALARM_SEAL, details={"table": "cases", "row": str(uuid4())})
    log.integrate()
    findings = Findings()
    numbers = UseNumbers(findings)
    pruned = PrunedCheck(findings, numbers)
    work = log.work()
    with read_ahead(work, 1) as [stretch]:
        list(LeafCheck(work, findings, numbers, {}, pruned).hashes(stretch))
    assert findings.in_order() == ()
