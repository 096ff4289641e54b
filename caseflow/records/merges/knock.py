"""Say whether an answer to a merge, or its undoing, would be permitted at all."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.merges.merge_rows import permit_on
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_merge(
    work: Work, actor: Actor, act: Act, merge: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where it is the actor's business.

    `again` traces that an answer is given once more.
    """
    found = permit_on(work, actor, act, merge)
    if isinstance(found, Refused):
        return found
    given, _ = found
    if not again:
        begin_again(work)
        return None
    for each in given:
        trace(work, each, Deeds(details={"again": "yes"}))
    return None
