"""Who may come in: log-ins, sessions, units, and who belongs to them in which role."""

from caseflow.identity.choose_membership import choose_membership
from caseflow.identity.log_in import log_in
from caseflow.identity.log_out import log_out
from caseflow.identity.may import may
from caseflow.identity.memberships import MembershipView, memberships
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.units import list_units, unit_by_slug

__all__ = [
    "LoggedIn",
    "MembershipView",
    "choose_membership",
    "list_units",
    "log_in",
    "log_out",
    "may",
    "memberships",
    "resume",
    "unit_by_slug",
]
