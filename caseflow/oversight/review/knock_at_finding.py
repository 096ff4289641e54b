"""Say whether a finding is there to be closed, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.findings import is_kept
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.vault.let_pass import let_pass
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_finding(
    work: Work, actor: Actor, finding: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where there is such a finding."""
    given = permit_reviewer(work, actor, Act.FINDING_CLOSE)
    if isinstance(given, Refused):
        return given
    if not is_kept(work, finding):
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
