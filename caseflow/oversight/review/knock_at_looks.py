"""Say whether there is a sign-off of another officer's, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.oversight.review.sign_looks import of_another
from caseflow.vault.let_pass import let_pass
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_looks(
    work: Work, actor: Actor, signed: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where she may review what its reviewer did."""
    given = permit_reviewer(work, actor, Act.REVIEW_SIGN)
    if isinstance(given, Refused):
        return given
    found = of_another(work, actor, signed)
    if isinstance(found, Refused):
        return refuse(work, given, found.reason)
    let_pass(work, given, again=again)
    return None
