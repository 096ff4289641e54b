"""Say whether a proposal to erase a client would be permitted, before what was sent is read."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.named_client import is_there
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_for_proposal(
    work: Work, actor: Actor, client: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the client is open to who asks."""
    given = permit(work, actor, Ask(Act.ERASURE_PROPOSE, client))
    if isinstance(given, Refused):
        return given
    if not is_there(work, client):
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
