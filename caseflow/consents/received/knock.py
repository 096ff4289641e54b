"""Say whether an answer to a received consent would be permitted, before it is looked at."""

from uuid import UUID

from caseflow.consents.received.received_rows import permit_received
from caseflow.database.unit_of_work import Work
from caseflow.vault.let_pass import let_pass
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_received(
    work: Work, actor: Actor, received: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the unit received it and may ask her."""
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused):
        return found
    let_pass(work, found[0], again=again)
    return None
