"""Note that a wall, or that two clients are kept apart, stands no longer, and why."""

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Permit
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused


def note_lifted(
    work: Work, given: Permit, row: Wall | KeptApart, reason: str
) -> Invalid | Refused | None:
    """Write it into the row, the reason sealed to the officers; return why not, else nothing."""
    if not reason:
        work.abandon()
        return Invalid((Problem("reason", "required"),))
    if row.lifted_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    sealed = seal_for_oversight(work, row.id, reason)
    change(work, row, lifted_by=given.actor.staff, lifted_at=work.clock.now(), reason=sealed)
    return None
