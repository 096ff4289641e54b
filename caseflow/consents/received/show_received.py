"""Show one consent that another system sent, before she is asked about it."""

from uuid import UUID

from caseflow.consents.received.received_rows import Received, permit_received, view_of_received
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def show_received(work: Work, actor: Actor, received: UUID) -> Disclosed[Received] | Refused:
    """Return what was sent, to the unit that received it."""
    found = permit_received(work, actor, Act.CONSENT_READ, received)
    if isinstance(found, Refused):
        work.finish()
        return found
    given, row = found
    trace(work, given, Deeds(details={"received": str(received)}))
    work.finish()
    return Disclosed(view_of_received(row))
