"""Invite a person: her account begins without a password and without a key."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_account import Account, check_account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.invitations import Invited, make_invitation
from caseflow.identity.may import may
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.permissions import Permission


def invite(work: Work, who: Actor | Person, account: Account) -> Done[Invited] | Invalid | Refused:
    """Make an account and the one-time link with which its person sets her password.

    Whoever admits staff and administrators invite; an administrator only another one or an
    officer.
    """
    if not _may_invite(who, account):
        return refuse(work, who, Act.USER_INVITE, Reason.NOT_YOUR_ROLE)
    problems = check_account(work, account)
    if problems:
        return Invalid(tuple(problems))
    used = use_own(work, who)
    if used is None:
        return too_late(work, who, Act.USER_INVITE)
    staff = add_staff(work, account)
    invitation, invited = make_invitation(work, staff.id, who.staff)
    trace = Trace(
        act=Act.USER_INVITE,
        **by(who),
        bases=used,
        rows=(digest_of(staff), digest_of(invitation)),
        details={"staff_id": str(staff.id)},
    )
    record(work, trace)
    return Done(invited)


def _may_invite(who: Actor | Person, account: Account) -> bool:
    """Say whether she may invite; a lead who made administrators could disable other units."""
    if may(who, Permission.ADMINISTER):
        return True
    needed = Permission.REVIEW_LOG if account.administrator else Permission.ADMIT_STAFF
    return may(who, needed)
