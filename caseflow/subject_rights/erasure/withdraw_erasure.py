"""Take a proposal to erase back that nobody has answered yet."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import permit_on, withdrawable
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def withdraw_erasure(work: Work, actor: Actor, erasure: UUID) -> Done[None] | Refused:
    """Take it back, by who proposed it alone; her row says so by her own answer."""
    return again(work, partial(_attempt, work, actor, erasure))


def _attempt(work: Work, actor: Actor, erasure: UUID) -> Done[None] | Refused:
    found = permit_on(work, actor, Act.ERASURE_WITHDRAW, erasure)
    if isinstance(found, Refused):
        return found
    given, row = found
    if not withdrawable(actor, row):
        return refuse(work, given, Reason.TOO_LATE)
    change(work, row, answered_by=actor.staff, answered_at=work.clock.now())
    trace(work, given, Deeds(rows=(digest_of(row),), details={"erasure": str(erasure)}))
    return Done(None)
