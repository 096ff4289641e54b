"""Say whether an act on an erasure would be permitted at all, before what was sent is read."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import permit_on
from caseflow.vault.let_pass import let_pass
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_erasure(
    work: Work,
    actor: Actor,
    erasure: UUID,
    act: Act = Act.ERASURE_ANSWER,
    *,
    again: bool = False,
) -> Refused | None:
    """Return the refusal, which is traced; None where it is the actor's business."""
    found = permit_on(work, actor, act, erasure)
    if isinstance(found, Refused):
        return found
    let_pass(work, found[0], again=again)
    return None
