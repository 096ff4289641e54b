"""Draw the privacy curtain: nothing opens in this session until its password is given again."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.curtains import hide, hide_renewed
from caseflow.identity.sessions import own_session
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act


def lower_curtain(work: Work, who: Actor | Person, token: str) -> bool:
    """Let the cookie of her session lead to nobody; False where it does, or has just ended."""
    session = own_session(work, who)
    if session is None:
        return False
    if not hide(work, session, token) and not hide_renewed(work, session, token):
        return False
    record(work, Trace(act=Act.CURTAIN_LOWER, **by(who)))
    return True
