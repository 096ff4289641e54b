"""Begin with the review of what nobody has signed off yet: from now on its end is fixed."""

from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.periods import first_unsigned, said_of_beginning
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.vault.permit import Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def begin_review(work: Work, actor: Actor) -> Done[None] | Refused:
    """Say so in the log; where somebody has begun before, hers stays the beginning.

    Nothing of the period is shown before: whoever saw a sample first could choose when to begin.
    """
    given = permit_reviewer(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        return given
    trace(work, given, Deeds(details=said_of_beginning(first_unsigned(work))))
    return Done(None)
