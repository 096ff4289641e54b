"""Trace that a password was right, and a second factor is waited for."""

from uuid import UUID

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act


def note_step(work: Work, staff: UUID) -> None:
    """Stage the entry of the first step of a log-in."""
    record(work, Trace(act=Act.LOGIN_STEP, staff=staff))
