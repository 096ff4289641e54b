"""Verify the log, for an officer on her page or an operator at the console."""

from dataclasses import replace

from caseflow.audit.entries import Trace
from caseflow.audit.findings import Report
from caseflow.audit.read_ahead import alone
from caseflow.audit.record import record
from caseflow.audit.second_process import Second, second_process
from caseflow.audit.verify import Progress, verify
from caseflow.audit.verify_records import verify_records
from caseflow.database.unit_of_work import Work
from caseflow.vault.bring_in import bring_in
from caseflow.vault.log_signer import log_signer
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def _silent(_done: int, _all: int) -> None:
    """Show no progress."""


def verify_log(
    work: Work, actor: Actor, progress: Progress = _silent, *, records: bool = False
) -> Disclosed[Report] | Refused:
    """Return what is wrong with the log; `progress` is told entries done and entries in all.

    With `records` every row is compared with what the log tells of it, too.
    """
    given = permit_member(work, actor, Act.LOG_VERIFY)
    if isinstance(given, Refused):
        work.finish()
        return given
    trace(work, given, Deeds(details=_told(records=records)))
    work.finish()
    return Disclosed(_verify(work, progress, alone, records=records))


def verify_at_console(work: Work, progress: Progress = _silent, *, records: bool = False) -> Report:
    """Return what is wrong with the log to whoever holds the root key; nobody is logged in.

    Where the log is large a second process helps; inside a web server none is started.
    """
    record(work, Trace(act=Act.LOG_VERIFY, details=_told(records=records)))
    work.finish()
    return _verify(work, progress, second_process, records=records)


def _verify(work: Work, progress: Progress, second: Second, *, records: bool) -> Report:
    signer = log_signer(work)
    bring_in(work)
    report = verify(work, signer.public, progress, second)
    if not records:
        return report
    compared = verify_records(work, progress)
    found = (*report.findings, *compared.findings)
    return replace(report, findings=found, rows=compared.rows)


def _told(*, records: bool) -> dict[str, str]:
    return {"records": "yes"} if records else {}
