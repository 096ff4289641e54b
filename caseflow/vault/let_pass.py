"""End a knock that was let in: nothing is done, or an answer is given once more."""

from caseflow.database.unit_of_work import Work
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import Deeds, Permit, trace


def let_pass(work: Work, given: Permit, *, again: bool) -> None:
    """Give a permit back unused; `again` traces that an answer is given once more by it."""
    if again:
        trace(work, given, Deeds(details={"again": "yes"}))
    else:
        begin_again(work)
