"""Log out: end the session, here and in the database."""

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.curtains import session_behind
from caseflow.identity.sessions import end_session, live_session
from caseflow.vocabulary.acts import Act


def log_out(work: Work, token: str) -> None:
    """End the session of this token, behind its curtain too; one that is over stays as it is."""
    session = live_session(work, token) or session_behind(work, token)
    if session is not None:
        end_session(work, session)
        record(work, Trace(act=Act.LOGOUT, staff=session.staff_id, session=session.id))
