"""Choose the unit that somebody who belongs to several acts in."""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.sessions import acting, own_session
from caseflow.keys.unit_keys import open_unit
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused


def choose_membership(work: Work, who: Actor | Person, membership: UUID) -> Actor | Refused:
    """Let the session act by another of her memberships from now on.

    Its unit's key takes the place of the former one: one request, one unit key.
    """
    if isinstance(who, Actor) and who.membership == membership:
        return who
    session = own_session(work, who)
    found = membership_by_id(work, membership)
    chosen = found is not None and found.staff_id == who.staff and open_unit(work, found)
    if session is None or found is None or not chosen:
        refused = Trace(act=Act.LOGIN, decision="refused", reason=Reason.NOT_OPEN, **by(who))
        record(work, refused)
        return Refused()
    session.membership_id = found.id
    actor = acting(session, found)
    record(work, Trace(act=Act.LOGIN, **by(actor)))
    return actor
