"""Record that she did not agree here to what another system sent."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.received.received_rows import permit_received
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def turn_down(work: Work, actor: Actor, received: UUID) -> Done[UUID] | Refused:
    """Record it; nothing was open, and nothing opens. Return whom it was about."""
    return again(work, partial(_attempt, work, actor, received))


def _attempt(work: Work, actor: Actor, received: UUID) -> Done[UUID] | Refused:
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused):
        return found
    given, row = found
    if row.answered_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    change(work, row, answered_by=actor.staff, answered_at=work.clock.now())
    told = {"received": str(received), "agreed": "no"}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(row.client_id)
