"""Count the use of the actor's own membership, and refuse what somebody may not do."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.sealed_rows import use
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import membership_by_id
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind, UsedBasis


def use_own(work: Work, who: Actor | Person) -> tuple[UsedBasis, ...] | None:
    """Count one use of the membership she acts by; None when it has ended meanwhile.

    Somebody who acts in no unit uses none.
    """
    if isinstance(who, Person):
        return ()
    row = membership_by_id(work, who.membership)
    number = None if row is None else use(work, row)
    return None if number is None else (UsedBasis(BasisKind.MEMBERSHIP, who.membership, number),)


def refuse(work: Work, who: Actor | Person, act: Act, reason: Reason) -> Refused:
    """Trace that an act was refused, and say so."""
    record(work, Trace(act=act, decision="refused", reason=reason, **by(who)))
    return Refused(reason)


def too_late(work: Work, who: Actor | Person, act: Act) -> Refused:
    """Undo what was begun before somebody else was seen to be faster, and say so."""
    work.abandon()
    return refuse(work, who, act, Reason.TOO_LATE)
