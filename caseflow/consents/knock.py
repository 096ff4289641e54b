"""Say whether a withdrawal would be permitted at all, before what was sent for it is looked at."""

from uuid import UUID

from caseflow.consents.client_of import client_of
from caseflow.database.unit_of_work import Work
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_consent(
    work: Work, actor: Actor, consent: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a withdrawal, which is traced; None where it is permitted.

    `again` traces that an answer is given once more.
    """
    client = client_of(work, actor.unit, consent)
    given = permit(work, actor, Ask(Act.CONSENT_WITHDRAW, client))
    if isinstance(given, Refused):
        return given
    if client == consent:  # an officer may ask for whatever id: of this one there is no consent
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
