"""Sign off what the officer who signed a period has done in it herself, as another officer.

She may be caseworker somewhere, and then these are accesses like any others: all rules are asked of
them, and of them too a sample is drawn.
"""

from functools import partial
from uuid import UUID

from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.emergencies import look_at_emergencies
from caseflow.oversight.review.look_through import Progress, Whose, look_through
from caseflow.oversight.review.open_looks import period_signed
from caseflow.oversight.review.periods import Period, period_of
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.oversight.review.show_review import silent
from caseflow.oversight.review.signatures import Looked, Signing, problems_of, write_sign_off
from caseflow.vault.again import again
from caseflow.vault.permit import NO_CLIENT, Ask, note_refused
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused


def sign_looks(
    work: Work, actor: Actor, of: UUID, signing: Signing, progress: Progress = silent
) -> Done[UUID] | Invalid | Refused:
    """Say that it was reviewed; never by herself, so with no other officer it stays open.

    All of it is looked through before the permit, as for the sign-off of a period.
    """
    if actor.role is not Role.OFFICER:
        return note_refused(work, actor, Ask(Act.REVIEW_SIGN, NO_CLIENT), Refused())
    found = of_another(work, actor, of)
    work.finish()
    if isinstance(found, Refused):
        return again(work, partial(_sign, work, actor, found, signing))
    row, period = found
    seen = look_through(work, Whose(row.reviewer_id, hers=True), period, progress)
    return again(work, partial(_sign, work, actor, Looked(period, seen, of), signing))


def of_another(work: Work, actor: Actor, of: UUID) -> tuple[SignOff, Period] | Refused:
    """Return a sign-off and its period, never her own; the refusal is not traced yet."""
    row = period_signed(work, of)
    if row is None:
        return Refused()
    if row.reviewer_id == actor.staff:
        return Refused(Reason.NOT_YOUR_ROLE)
    return row, period_of(work, row)


def _sign(
    work: Work, actor: Actor, looked: Looked | Refused, signing: Signing
) -> Done[UUID] | Invalid | Refused:
    given = permit_reviewer(work, actor, Act.REVIEW_SIGN)
    if isinstance(given, Refused):
        return given
    if isinstance(looked, Refused):
        return refuse(work, given, looked.reason)
    emergencies = look_at_emergencies(work, actor, looked.period)
    problems = problems_of(looked, emergencies, signing)
    if problems:
        work.abandon()
        return Invalid(problems)
    return write_sign_off(work, given, looked, emergencies, signing.note)
