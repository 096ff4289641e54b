"""End a membership: the envelope goes, and the unit gets a new key that she cannot open."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.end_rows import end_rows
from caseflow.identity.may import may
from caseflow.identity.membership_rows import members_of, membership_by_id
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.keys.unit_keys import renew_unit
from caseflow.policy import permissions
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.bases import UsedBasis
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


def end_membership(work: Work, actor: Actor, membership: UUID) -> Done[UUID] | Invalid | Refused:
    """End a membership of the actor's unit, her own too; returns whose it was."""
    if not may(actor, Permission.ADMIT_STAFF):
        return refuse(work, actor, Act.MEMBER_END, Reason.NOT_YOUR_ROLE)
    row = membership_by_id(work, membership)
    if row is None or row.unit_id != actor.unit:
        return refuse(work, actor, Act.MEMBER_END, Reason.NOT_OPEN)
    if not _others_admit(work, row):
        return Invalid((Problem("membership", "nobody_left_to_admit"),))
    used = use_own(work, actor)
    if used is None:
        return too_late(work, actor, Act.MEMBER_END)
    try:
        _end(work, actor, row, used)
    except Stale:
        return too_late(work, actor, Act.MEMBER_END)
    return Done(row.staff_id)


def _end(work: Work, actor: Actor, row: Membership, used: tuple[UsedBasis, ...]) -> None:
    act = new_id()
    ended = end_rows(work, [row])
    renewed = renew_unit(work, actor.unit, act)
    trace = Trace(
        act=Act.MEMBER_END,
        **by(actor),
        bases=used,
        ended=ended,
        rows=(digest_of(row),),
        keys=tuple(event.listed() for event in renewed),
        details={"staff_id": str(row.staff_id)},
    )
    record(work, trace, act)


def _others_admit(work: Work, leaving: Membership) -> bool:
    """Say whether somebody is left who can admit members; else only the recovery key could."""
    others = (each for each in members_of(work, leaving.unit_id) if each.id != leaving.id)
    return any(permissions.may(Role(each.role), Permission.ADMIT_STAFF) for each in others)
