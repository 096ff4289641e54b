"""Say whether a receipt would be handed out at all, before what was asked with it is looked at."""

from uuid import UUID

from caseflow.consents.client_of import client_of
from caseflow.consents.view_one import view_one
from caseflow.database.unit_of_work import Work
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_receipt(
    work: Work, actor: Actor, consent: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the unit has a part in the consent."""
    given = permit(work, actor, Ask(Act.CONSENT_READ, client_of(work, actor.unit, consent)))
    if isinstance(given, Refused):
        return given
    if view_one(work, given, consent) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
