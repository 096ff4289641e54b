"""Let somebody in again after too many failures, without a reset: nothing else changes."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.known_browsers import browsers_of
from caseflow.identity.may import may
from caseflow.identity.own_membership import refuse
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.tries import forget_all
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission


def release(work: Work, who: Actor | Person, staff: UUID) -> Done[UUID] | Invalid | Refused:
    """Forget the failures of another person's account; an administrator does it.

    Whoever guessed may guess on, a hundred times in a row: so it is traced, and done on her word.
    """
    if not may(who, Permission.ADMINISTER):
        return refuse(work, who, Act.USER_RELEASE, Reason.NOT_YOUR_ROLE)
    if staff == who.staff:
        return Invalid((Problem("staff", "yourself"),))
    row = enabled(staff_by_id(work, staff))
    if row is None:
        return refuse(work, who, Act.USER_RELEASE, Reason.NOT_OPEN)
    forget_all(work, row, browsers_of(work, staff))
    record(work, Trace(act=Act.USER_RELEASE, **by(who), details={"staff_id": str(staff)}))
    return Done(staff)
