"""Admit a person to the actor's unit: the envelope that is made here is the admission."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.unit_of_work import Work
from caseflow.identity.add_member import NewMember, add_member
from caseflow.identity.may import may
from caseflow.identity.membership_rows import members_of
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.units import unit_by_id
from caseflow.identity.words_of import words_of
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.bases import UsedBasis
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.units import UnitKind


def admit(work: Work, actor: Actor, staff: UUID, role: Role) -> Done[UUID] | Invalid | Refused:
    """Make somebody a member of the actor's unit; returns the id of the membership.

    The actor has compared the six words of the newcomer's key with her before.
    """
    if not may(actor, Permission.ADMIT_STAFF):
        return refuse(work, actor, Act.MEMBER_ADMIT, Reason.NOT_YOUR_ROLE)
    problems = [*_check_person(work, actor, staff), *_check_role(work, actor, role)]
    if problems:
        return Invalid(tuple(problems))
    used = use_own(work, actor)
    if used is None:
        return too_late(work, actor, Act.MEMBER_ADMIT)
    return Done(_admit(work, actor, NewMember(staff, actor.unit, role, actor.staff), used))


def _admit(work: Work, actor: Actor, new: NewMember, used: tuple[UsedBasis, ...]) -> UUID:
    act = new_id()
    membership, granted = add_member(work, new, act)
    trace = Trace(
        act=Act.MEMBER_ADMIT,
        **by(actor),
        bases=used,
        rows=(digest_of(membership),),
        keys=(granted.listed(),),
        details={"staff_id": str(new.staff), "role": new.role.value},
    )
    record(work, trace, act)
    return membership.id


def _check_person(work: Work, actor: Actor, staff: UUID) -> list[Problem]:
    found = enabled(staff_by_id(work, staff))
    if found is None:
        return [Problem("staff", "unknown")]
    members = {row.staff_id for row in members_of(work, actor.unit)}
    checks = (
        (found.administrator, Problem("staff", "administrator")),
        (staff in members, Problem("staff", "member_already")),
        (words_of(work, staff) is None, Problem("staff", "not_joined")),
    )
    return [problem for wrong, problem in checks if wrong]


def _check_role(work: Work, actor: Actor, role: Role) -> list[Problem]:
    """Return what is wrong with the role: officers are in oversight, and nobody else is."""
    unit = unit_by_id(work, actor.unit)
    oversight = unit is not None and unit.kind is UnitKind.OVERSIGHT
    return [] if oversight == (role is Role.OFFICER) else [Problem("role", "not_in_this_unit")]
