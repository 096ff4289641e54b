import sys

import pytest
from sqlalchemy import update

from caseflow.audit import second_process
from caseflow.audit.check_leaves import LeafCheck
from caseflow.audit.findings import Fault
from caseflow.audit.verify import verify
from caseflow.database.tables.audit_log import Leaf
from tests.factories.log import Log, stage_access


def test_what_a_second_process_finds_sound_is_not_read_again(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = log.case()
    work = log.work()
    for _ in range(300):
        stage_access(work, case)
    work.finish()
    log.integrate()
    log.access(case)
    monkeypatch.setattr(second_process, "WORTH", 300)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr("caseflow.audit.verify.CHUNK", 256)
    with monkeypatch.context() as meanwhile:
        meanwhile.delattr(LeafCheck, "hashes")
        report = verify(log.work(), log.signer.public)
    assert (report.entries, report.findings) == (300, ())
    work.session.execute(update(Leaf).where(Leaf.position == 259).values(request_id="other"))
    work.finish()
    ours, python = second_process.PROGRAM, sys.executable
    for program, run_by in ((ours, python), ("print('{')", python), (ours, "/nowhere")):
        monkeypatch.setattr(second_process, "PROGRAM", program)
        monkeypatch.setattr(sys, "executable", run_by)
        [finding] = verify(log.work(), log.signer.public).findings
        assert (finding.fault, finding.position) == (Fault.COLUMNS_DIFFER, 259)
