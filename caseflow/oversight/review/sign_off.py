"""Sign off a period of the log, up to the checkpoint that it ends at."""

from functools import partial
from uuid import UUID

from caseflow.audit.walk import checkpoint_at
from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.emergencies import look_at_emergencies
from caseflow.oversight.review.look_through import Progress, Whose, look_through
from caseflow.oversight.review.periods import Period, end_of_begun, period_up_to
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.oversight.review.show_review import silent
from caseflow.oversight.review.signatures import Looked, Signing, problems_of, write_sign_off
from caseflow.vault.again import again
from caseflow.vault.permit import NO_CLIENT, Ask, note_refused
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


def sign_off(
    work: Work, actor: Actor, signing: Signing, progress: Progress = silent
) -> Done[UUID] | Invalid | Refused:
    """Sign off the period up to the checkpoint that was shown.

    All of it is looked through once more before the permit: a decision must not wait for it. Of two
    who sign at once one is too late.
    """
    if actor.role is not Role.OFFICER:
        return note_refused(work, actor, Ask(Act.REVIEW_SIGN, NO_CLIENT), Refused())
    period = _period(work, signing.size)
    if isinstance(period, Problem):
        work.abandon()
        return Invalid((period,))
    found = look_through(work, Whose(actor.staff), period, progress)
    return again(work, partial(_sign, work, actor, Looked(period, found), signing))


def _period(work: Work, size: int) -> Period | Problem:
    """Return the period that ends at this size, or why there is none to be signed."""
    head = checkpoint_at(work, size)
    if head is None:
        return Problem("size", "beyond_log", {"size": str(size)})
    period = period_up_to(work, head)
    if period.first >= head.size:
        return Problem("size", "signed_already")
    # Whoever could choose another end would choose the sample with it.
    end = end_of_begun(work, period.first)
    if end is None or end.size != head.size:
        return Problem("size", "not_its_end")
    return period


def _sign(
    work: Work, actor: Actor, looked: Looked, signing: Signing
) -> Done[UUID] | Invalid | Refused:
    given = permit_reviewer(work, actor, Act.REVIEW_SIGN)
    if isinstance(given, Refused):
        return given
    emergencies = look_at_emergencies(work, actor, looked.period)
    problems = problems_of(looked, emergencies, signing)
    if problems:
        work.abandon()
        return Invalid(problems)
    return write_sign_off(work, given, looked, emergencies, signing.note)
