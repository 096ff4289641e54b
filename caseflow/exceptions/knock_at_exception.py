"""Say whether an answer to a lawful exception, or its end, would be permitted at all."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.exception_row import permit_on
from caseflow.vault.let_pass import let_pass
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_exception(
    work: Work, actor: Actor, act: Act, exception: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where it is the actor's business."""
    found = permit_on(work, actor, act, exception)
    if isinstance(found, Refused):
        return found
    let_pass(work, found[0], again=again)
    return None
