"""Who may come in: log-ins, sessions, units, and who belongs to them in which role."""

from caseflow.identity.admit import admit
from caseflow.identity.change_password import change_password
from caseflow.identity.check_account import Account
from caseflow.identity.choose_membership import choose_membership
from caseflow.identity.colleagues import Colleague, colleagues, names_of
from caseflow.identity.disable import disable
from caseflow.identity.end_membership import end_membership
from caseflow.identity.found_staff import found_staff
from caseflow.identity.found_unit import NewUnit, found_unit
from caseflow.identity.invitations import Invited, Newcomer, newcomer
from caseflow.identity.invite import invite
from caseflow.identity.join import Joined, join
from caseflow.identity.list_staff import StaffView, list_staff
from caseflow.identity.log_in import log_in
from caseflow.identity.log_out import log_out
from caseflow.identity.may import may
from caseflow.identity.memberships import MembershipView, memberships
from caseflow.identity.note_refusal import note_refusal
from caseflow.identity.reset import reset
from caseflow.identity.resume import resume, resume_program
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.units import list_units, unit_by_id, unit_by_slug
from caseflow.identity.words_of import words_of

__all__ = [
    "Account",
    "Colleague",
    "Invited",
    "Joined",
    "LoggedIn",
    "MembershipView",
    "NewUnit",
    "Newcomer",
    "StaffView",
    "admit",
    "change_password",
    "choose_membership",
    "colleagues",
    "disable",
    "end_membership",
    "found_staff",
    "found_unit",
    "invite",
    "join",
    "list_staff",
    "list_units",
    "log_in",
    "log_out",
    "may",
    "memberships",
    "names_of",
    "newcomer",
    "note_refusal",
    "reset",
    "resume",
    "resume_program",
    "unit_by_id",
    "unit_by_slug",
    "words_of",
]
