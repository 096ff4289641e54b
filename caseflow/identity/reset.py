"""Reset an account: its person begins again with an invitation, and is admitted again."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.invitations import Invited, make_invitation
from caseflow.identity.may import may
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.own_membership import refuse, too_late
from caseflow.identity.staff_rows import staff_by_id
from caseflow.identity.take_keys import take_keys
from caseflow.identity.tries import forget_all
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


def reset(work: Work, who: Actor | Person, staff: UUID) -> Done[Invited] | Invalid | Refused:
    """Invite a person anew who has lost her password or was disabled; an administrator does it.

    Her memberships end: whoever sets the new password opens nothing until a lead admits her.
    """
    if not may(who, Permission.ADMINISTER):
        return refuse(work, who, Act.USER_RESET, Reason.NOT_YOUR_ROLE)
    if staff == who.staff:
        return Invalid((Problem("staff", "yourself"),))
    row = staff_by_id(work, staff)
    if row is None:
        return refuse(work, who, Act.USER_RESET, Reason.NOT_OPEN)
    try:
        return Done(_reset(work, who, row))
    except Stale:
        return too_late(work, who, Act.USER_RESET)


def _reset(work: Work, who: Actor | Person, row: Staff) -> Invited:
    held = memberships_of(work, row.id)
    act = new_id()
    taken = take_keys(work, row.id, act)
    forget_all(work, row, [])
    if row.disabled_at is not None:
        change(work, row, disabled_at=None)
    invitation, invited = make_invitation(work, row.id, who.staff)
    trace = Trace(
        act=Act.USER_RESET,
        **by(who),
        ended=taken.ended,
        rows=tuple(digest_of(each) for each in (row, invitation, *held)),
        keys=tuple(event.listed() for event in taken.keys),
        details={"staff_id": str(row.id)},
    )
    record(work, trace, act)
    return invited
