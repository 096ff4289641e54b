"""Find a session behind its privacy curtain: while that is down, its cookie leads to nobody.

The session is found by a digest of its token. Behind the curtain it is kept under a digest of that
digest: whatever looks for a session finds none, without knowing of curtains.
"""

from sqlalchemy import select, update

from caseflow.crypto.tokens import token_digest
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.unit_of_work import Work
from caseflow.identity.sessions import live_under
from caseflow.identity.whole_text import whole_text


def session_behind(work: Work, token: str) -> StaffSession | None:
    """Return the session of a token whose curtain is down, unless it has ended or lapsed."""
    return live_under(work, _behind(token))


def hide(work: Work, session: StaffSession, token: str) -> bool:
    """Let the token lead to nobody; False where it leads to this session no more."""
    return _hide(work, session, token_digest(whole_text(token)))


def hide_renewed(work: Work, session: StaffSession, token: str) -> bool:
    """Do so where a second factor has just given the session another token: the curtain wins.

    False where it is down already. Drawn over one that came down on the new token in this instant,
    nobody lifts it, and the session ends by itself.
    """
    asked = select(StaffSession.cookie_digest).where(StaffSession.id == session.id)
    now = work.session.scalar(asked)
    return now is not None and now != _behind(token) and _hide(work, session, now)


def _hide(work: Work, session: StaffSession, seen: bytes) -> bool:
    hidden = (
        update(StaffSession)
        .where(StaffSession.id == session.id, StaffSession.cookie_digest == seen)
        .values(cookie_digest=_behind_digest(seen))
        .returning(StaffSession.id)
        .execution_options(synchronize_session=False)
    )
    done = work.session.execute(hidden).scalar_one_or_none() is not None
    work.session.expire(session)
    return done


def _behind(token: str) -> bytes:
    return _behind_digest(token_digest(whole_text(token)))


def _behind_digest(digest: bytes) -> bytes:
    return token_digest(f"curtain {digest.hex()}")
