"""Verify the log, for an officer on her page or an operator at the console."""

from caseflow.audit.entries import Trace
from caseflow.audit.findings import Report
from caseflow.audit.record import record
from caseflow.audit.verify import Progress, verify
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
    work: Work, actor: Actor, progress: Progress = _silent
) -> Disclosed[Report] | Refused:
    """Return what is wrong with the log; `progress` is told entries done and entries in all."""
    given = permit_member(work, actor, Act.LOG_VERIFY)
    if isinstance(given, Refused):
        work.finish()
        return given
    trace(work, given, Deeds())
    work.finish()
    return Disclosed(_verify(work, progress))


def verify_at_console(work: Work, progress: Progress = _silent) -> Report:
    """Return what is wrong with the log to whoever holds the root key; nobody is logged in."""
    record(work, Trace(act=Act.LOG_VERIFY))
    work.finish()
    return _verify(work, progress)


def _verify(work: Work, progress: Progress) -> Report:
    signer = log_signer(work)
    bring_in(work)
    return verify(work, signer.public, progress)
