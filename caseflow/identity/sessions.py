"""Start, find and end the sessions that staff members are logged in by."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.crypto.tokens import new_token, token_digest
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.log_in_steps import drop_steps
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import OpenedPair
from caseflow.keys.session_keys import SessionPlace, seal_for_session
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.ids import new_id

# Of the token that a program is given for a session: no page takes it, and no call takes a cookie.
PROGRAM_PREFIX = "caseflow-session_"
_BY_TOKEN = select(StaffSession).where(StaffSession.cookie_digest == bindparam("digest"))
_FOUND = "caseflow.found_under"  # among what a session of the database knows
_CLOCKS_DIFFER = timedelta(seconds=10)  # those of two machines that serve the same house
_NOTES_PER_IDLE = 15  # how often, within one idle period, a request is noted at most


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session that has just begun; its token is told once, and kept nowhere."""

    token: str = field(repr=False)
    ends_at: datetime
    staff: UUID
    session: UUID
    browser: str = field(default="", repr=False)  # its token, where she is known in it from now on
    language: str = ""  # in which she was invited to read the pages


def start_session(
    work: Work,
    opened: OpenedPair,
    membership: UUID | None,
    factor_at: datetime | None = None,
    *,
    program: bool = False,
) -> LoggedIn:
    """Begin a session, in which her private key rests under the token that is returned."""
    now = work.clock.now()
    begun = LoggedIn(
        token=(PROGRAM_PREFIX if program else "") + new_token(),
        ends_at=now + work.configuration.limits.session_absolute,
        staff=opened.staff,
        session=new_id(),
    )
    place = SessionPlace(begun.session, opened.staff, opened.pair, begun.ends_at, factor_at)
    resting = seal_for_session(work, opened, place, begun.token)
    row = StaffSession(
        id=begun.session,
        staff_id=opened.staff,
        pair_id=opened.pair,
        cookie_digest=token_digest(begun.token),
        root_key_id=resting.root_key_id,
        wrapped=resting.wrapped,
        membership_id=membership,
        started_at=now,
        seen_at=now,
        ends_at=begun.ends_at,
        second_factor_at=factor_at,
    )
    work.session.add(row)
    return begun


def live_session(work: Work, token: str) -> StaffSession | None:
    """Return the session of a token unless it is unknown, ended or idle for too long.

    One that has lapsed is ended by whoever comes upon it: a clock that is set back revives none.
    """
    return live_under(work, token_digest(whole_text(token)))


def live_under(work: Work, digest: bytes) -> StaffSession | None:
    """Return the session that is kept under a digest, as `live_session` does."""
    found = work.session.scalar(_BY_TOKEN, {"digest": digest})
    if found is not None:
        note_found(work, found.id, digest)
    if found is None or _lives(work, found):
        return found
    if found.ended_at is None:
        end_session(work, found)
    return None


def note_found(work: Work, session: UUID, digest: bytes) -> None:
    """Remember under which digest this request knows a session."""
    work.session.info[_FOUND, session] = digest


def found_under(work: Work, session: StaffSession) -> bytes:
    """Return the digest by which this request has found its session, whatever it is now."""
    digest: bytes = work.session.info.get((_FOUND, session.id), session.cookie_digest)
    return digest


def own_session(work: Work, who: Actor | Person) -> StaffSession | None:
    """Return the session that this request is made in, unless it has ended meanwhile."""
    found = work.session.get(StaffSession, who.session)
    return found if found is not None and _lives(work, found) else None


def acting(session: StaffSession, membership: Membership) -> Actor:
    """Return who acts in the unit of a membership whose key is open."""
    return Actor(
        staff=session.staff_id,
        session=session.id,
        membership=membership.id,
        unit=membership.unit_id,
        role=Role(membership.role),
        second_factor_at=session.second_factor_at,
    )


def note_request(work: Work, session: StaffSession) -> bool:
    """Note that she is still there, about once a minute; say whether it was noted now."""
    now = work.clock.now()
    if now - session.seen_at < work.configuration.limits.session_idle / _NOTES_PER_IDLE:
        return False
    session.seen_at = now
    return True


def end_session(work: Work, session: StaffSession) -> None:
    """End a session; what her key rested in is emptied, so an old cookie opens nothing more."""
    session.ended_at = session.ended_at or work.clock.now()
    session.wrapped = b""


def end_sessions(work: Work, staff: UUID) -> None:
    """End all sessions of a staff member, and the log-ins that she has begun."""
    end_sessions_but(work, staff, None)


def end_sessions_but(work: Work, staff: UUID, kept: UUID | None) -> list[UUID]:
    """End all sessions of a staff member but one; return which."""
    drop_steps(work, staff)
    ended = [each for each in _not_emptied(work, staff) if each.id != kept]
    for session in ended:
        end_session(work, session)
    return [each.id for each in ended]


def live_sessions(work: Work, staff: UUID) -> list[StaffSession]:
    """Return the sessions of a staff member that somebody could go on with."""
    return [each for each in _not_emptied(work, staff) if _lives(work, each)]


def empty_lapsed(work: Work, staff: UUID) -> None:
    """End those sessions of a staff member that have lapsed without a log-out."""
    for session in _not_emptied(work, staff):
        if not _lives(work, session):
            end_session(work, session)


def _not_emptied(work: Work, staff: UUID) -> list[StaffSession]:
    query = select(StaffSession).where(
        StaffSession.staff_id == staff, StaffSession.ended_at.is_(None)
    )
    return list(work.session.scalars(query))


def _lives(work: Work, session: StaffSession) -> bool:
    """Say whether somebody may go on with it; a clock that was set back ends it too.

    Else a desk of this session that was over would be one again.
    """
    now = work.clock.now()
    until = min(session.ends_at, session.seen_at + work.configuration.limits.session_idle)
    return session.ended_at is None and session.seen_at - _CLOCKS_DIFFER <= now < until
