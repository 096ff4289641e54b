"""Mark as answered what another system sent, in the transaction of what she said."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.received.received_rows import permit_received
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import Stale


def mark_answered(work: Work, actor: Actor, received: UUID, consent: UUID | None) -> None:
    """Mark it with the consent that came of it, or as a no.

    Raises Stale where somebody else has answered meanwhile: then nothing was recorded either.
    """
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused) or found[1].answered_at is not None:
        raise Stale("received_consents")
    given, row = found
    change(
        work,
        row,
        answered_by=actor.staff,
        answered_at=work.clock.now(),
        consent_id=consent,
    )
    told = {"received": str(received), "agreed": "no" if consent is None else "yes"}
    told |= {} if consent is None else {"consent": str(consent)}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
