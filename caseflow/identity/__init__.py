"""Who may come in: log-ins, sessions, units, and who belongs to them in which role."""

from caseflow.identity.add_factor import (
    Added,
    add_passkey,
    begin_codes,
    begin_passkey,
    codes_begun,
    confirm_codes,
)
from caseflow.identity.admit import admit
from caseflow.identity.callers import COMMAND_LINE, PROGRAM, Caller
from caseflow.identity.change_password import change_password
from caseflow.identity.check_account import Account
from caseflow.identity.check_factor import Proof
from caseflow.identity.choose_membership import choose_membership
from caseflow.identity.colleagues import Colleague, colleagues, names_of
from caseflow.identity.disable import disable
from caseflow.identity.end_membership import end_membership
from caseflow.identity.finish_log_in import ask_passkey, finish_log_in
from caseflow.identity.found_staff import found_staff
from caseflow.identity.found_unit import NewUnit, found_unit
from caseflow.identity.invitations import Invited
from caseflow.identity.invite import invite
from caseflow.identity.join import Joined, join
from caseflow.identity.lift_curtain import behind_curtain, lift_curtain
from caseflow.identity.list_factors import Factors, list_factors
from caseflow.identity.list_staff import StaffView, list_staff
from caseflow.identity.log_in import begin_log_in, log_in
from caseflow.identity.log_in_steps import Step
from caseflow.identity.log_out import log_out
from caseflow.identity.lower_curtain import lower_curtain
from caseflow.identity.make_token import MadeToken, NewToken, make_token
from caseflow.identity.may import may
from caseflow.identity.memberships import MembershipView, memberships
from caseflow.identity.note_refusal import note_refusal
from caseflow.identity.one_time_codes import NewSecret
from caseflow.identity.openid_log_in import (
    Elsewhere,
    ask_identity,
    ask_identity_for_log_in,
    finish_with_identity,
    link_identity,
    show_identity,
)
from caseflow.identity.openid_provider import OpenIdProvider, Returned, Unreachable
from caseflow.identity.openid_trips import Trip
from caseflow.identity.own_address import (
    TypedAddress,
    keep_own_address,
    remove_own_address,
    show_own_address,
)
from caseflow.identity.own_browsers import BrowserView, end_browser, list_browsers
from caseflow.identity.own_sessions import (
    SessionView,
    end_other_sessions,
    end_own_session,
    knock_at_session,
    list_sessions,
)
from caseflow.identity.own_tokens import TokenView, knock_at_token, list_tokens, revoke_token
from caseflow.identity.passkeys import Site
from caseflow.identity.release import release
from caseflow.identity.remove_factor import remove_factor, renew_recovery_codes
from caseflow.identity.reset import reset
from caseflow.identity.resume import resume, resume_program
from caseflow.identity.rotate_unit import rotate_unit
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.show_factor import ask_own_passkey, show_factor
from caseflow.identity.units import list_units, unit_by_id, unit_by_slug
from caseflow.identity.words_of import words_of

__all__ = [
    "COMMAND_LINE",
    "PROGRAM",
    "Account",
    "Added",
    "BrowserView",
    "Caller",
    "Colleague",
    "Elsewhere",
    "Factors",
    "Invited",
    "Joined",
    "LoggedIn",
    "MadeToken",
    "MembershipView",
    "NewSecret",
    "NewToken",
    "NewUnit",
    "OpenIdProvider",
    "Proof",
    "Returned",
    "SessionView",
    "Site",
    "StaffView",
    "Step",
    "TokenView",
    "Trip",
    "TypedAddress",
    "Unreachable",
    "add_passkey",
    "admit",
    "ask_identity",
    "ask_identity_for_log_in",
    "ask_own_passkey",
    "ask_passkey",
    "begin_codes",
    "begin_log_in",
    "begin_passkey",
    "behind_curtain",
    "change_password",
    "choose_membership",
    "codes_begun",
    "colleagues",
    "confirm_codes",
    "disable",
    "end_browser",
    "end_membership",
    "end_other_sessions",
    "end_own_session",
    "finish_log_in",
    "finish_with_identity",
    "found_staff",
    "found_unit",
    "invite",
    "join",
    "keep_own_address",
    "knock_at_session",
    "knock_at_token",
    "lift_curtain",
    "link_identity",
    "list_browsers",
    "list_factors",
    "list_sessions",
    "list_staff",
    "list_tokens",
    "list_units",
    "log_in",
    "log_out",
    "lower_curtain",
    "make_token",
    "may",
    "memberships",
    "names_of",
    "note_refusal",
    "release",
    "remove_factor",
    "remove_own_address",
    "renew_recovery_codes",
    "reset",
    "resume",
    "resume_program",
    "revoke_token",
    "rotate_unit",
    "show_factor",
    "show_identity",
    "show_own_address",
    "unit_by_id",
    "unit_by_slug",
    "words_of",
]
