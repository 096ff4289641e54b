"""Take from a person all that leads to a key: password, sessions, invitations, memberships.

Her second factors go with them: they belonged to whoever had the password.
"""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.identity.clear_factors import clear_factors
from caseflow.identity.end_rows import end_rows
from caseflow.identity.invitations import cancel_invitations
from caseflow.identity.known_browsers import forget_browsers
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.sessions import end_sessions
from caseflow.keys.drafts import drop_drafts
from caseflow.keys.events import KeyEvent
from caseflow.keys.own_addresses import drop_address
from caseflow.keys.renew_from_outside import renew_from_outside
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.vocabulary.bases import UsedBasis


@dataclass(frozen=True, slots=True)
class Taken:
    """Her ended memberships, and what happened to the keys of her units."""

    ended: tuple[UsedBasis, ...]
    keys: tuple[KeyEvent, ...]


def take_keys(work: Work, staff: UUID, act: UUID) -> Taken:
    """Take from a person all that leads to a key; her units get new ones that she never had.

    At once, and not at a member's next request: other units write for them in between. Raises Stale
    when a membership has just been ended, or a key renewed, by someone else.
    """
    delete_wrappings(work, staff)
    end_sessions(work, staff)
    cancel_invitations(work, staff)
    clear_factors(work, staff)
    forget_browsers(work, staff)
    drop_address(work, staff)
    drop_drafts(work, staff)
    held = memberships_of(work, staff)
    ended = end_rows(work, held)
    units = sorted({each.unit_id for each in held})
    renewed = [renew_from_outside(work, unit, act) for unit in units]
    return Taken(ended, tuple(event for events in renewed for event in events))
