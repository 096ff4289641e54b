"""List what another system sent for a client, for the unit that received it."""

from uuid import UUID

from caseflow.consents.received.received_rows import (
    Received,
    view_of_received,
    waiting_and_answered,
)
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_received(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[tuple[Received, ...]] | Refused:
    """Return what the acting unit received for her, answered or not, the newest first."""
    given = permit(work, actor, Ask(Act.CONSENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    views = tuple(
        map(view_of_received, waiting_and_answered(work, given.gathered.person.ids, actor.unit))
    )
    trace(work, given, Deeds(details={"received": str(len(views))}))
    work.finish()
    return Disclosed(views)
