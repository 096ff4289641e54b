"""Tell the officers that somebody guesses: once for each series of failures."""

from uuid import UUID

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act


def note_guessing(work: Work, tries: int, staff: UUID | None) -> None:
    """Stage an alarm when this was the last failure that costs no delay.

    Each number is counted for one try only, and begins anew with a log-in: so it is one alarm for
    each series. The address of an unknown person may be a password, and is left out.
    """
    if tries != max(work.configuration.limits.login.free, 1):
        return
    details = {"failures": str(tries), **({} if staff else {"unknown": "yes"})}
    record(work, Trace(act=Act.ALARM_GUESSING, staff=staff, details=details))
