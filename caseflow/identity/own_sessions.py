"""List one's own sessions, and end those that nobody should go on with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.own_membership import refuse
from caseflow.identity.sessions import end_session, end_sessions_but, live_sessions
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as its owner sees it."""

    id: UUID
    since: datetime
    last_seen: datetime  # about a minute behind
    ends_at: datetime
    this_one: bool


def list_sessions(work: Work, who: Actor | Person) -> list[SessionView]:
    """Return her sessions that somebody could go on with: this one first, then the last seen."""
    found = [
        SessionView(row.id, row.started_at, row.seen_at, row.ends_at, row.id == who.session)
        for row in live_sessions(work, who.staff)
    ]
    return sorted(found, key=lambda each: (each.this_one, each.last_seen), reverse=True)


def knock_at_session(work: Work, who: Actor | Person, session: UUID) -> Refused | None:
    """Say whether a session is one of hers."""
    found = any(each.id == session for each in live_sessions(work, who.staff))
    return None if found else refuse(work, who, Act.LOGOUT, Reason.NOT_OPEN)


def end_own_session(work: Work, who: Actor | Person, session: UUID) -> Done[UUID] | Refused:
    """End one of her sessions, this one too."""
    found = [each for each in live_sessions(work, who.staff) if each.id == session]
    if not found:
        return refuse(work, who, Act.LOGOUT, Reason.NOT_OPEN)
    end_session(work, found[0])
    _trace(work, who, session)
    return Done(session)


def end_other_sessions(work: Work, who: Actor | Person) -> Done[int]:
    """End all of her sessions but this one; return how many."""
    ended = end_sessions_but(work, who.staff, who.session)
    for session in ended:
        _trace(work, who, session)
    return Done(len(ended))


def _trace(work: Work, who: Actor | Person, ended: UUID) -> None:
    record(work, Trace(act=Act.LOGOUT, **by(who), details={"session": str(ended)}))
