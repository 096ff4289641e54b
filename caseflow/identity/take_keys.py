"""Take from a person all that leads to a key: password, sessions, invitations, memberships.

Her second factors go with them: they belonged to whoever had the password.
"""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.identity.clear_factors import clear_factors
from caseflow.identity.end_rows import end_rows
from caseflow.identity.invitations import cancel_invitations
from caseflow.identity.known_browsers import forget_browsers
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.sessions import end_sessions
from caseflow.keys.own_addresses import drop_address
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.vocabulary.bases import UsedBasis


def take_keys(work: Work, staff: UUID) -> tuple[UsedBasis, ...]:
    """Take from a person all that leads to a key; return her ended memberships.

    Raises Stale when one of them has just been ended by someone else.
    """
    delete_wrappings(work, staff)
    end_sessions(work, staff)
    cancel_invitations(work, staff)
    clear_factors(work, staff)
    forget_browsers(work, staff)
    drop_address(work, staff)
    return end_rows(work, memberships_of(work, staff))
