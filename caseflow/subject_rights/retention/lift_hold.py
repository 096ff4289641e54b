"""Let something be erased again that was held; why is sealed to the officers."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.hold_rows import permit_on
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


def lift_hold(work: Work, actor: Actor, hold: UUID, reason: str) -> Done[None] | Invalid | Refused:
    """Lift it, once; nothing is erased by that alone."""
    return again(work, partial(_attempt, work, actor, hold, reason.strip()))


def _attempt(work: Work, actor: Actor, hold: UUID, reason: str) -> Done[None] | Invalid | Refused:
    found = permit_on(work, actor, hold)
    if isinstance(found, Refused):
        return found
    given, row = found
    if not reason:
        work.abandon()
        return Invalid((Problem("reason", "required"),))
    if row.lifted_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    sealed = seal_for_oversight(work, row.id, reason, "lifting")
    change(work, row, lifted_by=actor.staff, lifted_at=work.clock.now(), lifting=sealed)
    trace(work, given, Deeds(rows=(digest_of(row),), details={"hold": str(hold)}))
    return Done(None)
