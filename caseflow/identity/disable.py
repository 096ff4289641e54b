"""Disable an account: nothing leads to its keys any more, from this instant."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.may import may
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.own_membership import refuse, too_late
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.take_keys import take_keys
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


def disable(work: Work, who: Actor | Person, staff: UUID) -> Done[UUID] | Invalid | Refused:
    """Disable another person's account and end her memberships; an administrator does it.

    Her units get new keys in the same instant, sealed to the members who stay.
    """
    if not may(who, Permission.ADMINISTER):
        return refuse(work, who, Act.USER_DISABLE, Reason.NOT_YOUR_ROLE)
    if staff == who.staff:
        return Invalid((Problem("staff", "yourself"),))
    row = enabled(staff_by_id(work, staff))
    if row is None:
        return refuse(work, who, Act.USER_DISABLE, Reason.NOT_OPEN)
    try:
        _disable(work, who, row)
    except Stale:
        return too_late(work, who, Act.USER_DISABLE)
    return Done(staff)


def _disable(work: Work, who: Actor | Person, row: Staff) -> None:
    held = memberships_of(work, row.id)
    act = new_id()
    taken = take_keys(work, row.id, act)
    change(work, row, disabled_at=work.clock.now())
    trace = Trace(
        act=Act.USER_DISABLE,
        **by(who),
        ended=taken.ended,
        rows=tuple(digest_of(each) for each in (row, *held)),
        keys=tuple(event.listed() for event in taken.keys),
        details={"staff_id": str(row.id)},
    )
    record(work, trace, act)
