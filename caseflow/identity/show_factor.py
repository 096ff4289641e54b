"""Show the second factor once more, before an act that needs it fresh."""

from datetime import datetime

from sqlalchemy import update

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.crypto.tokens import new_token, token_digest
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_factor import Proof, check_factor
from caseflow.identity.login_throttle import count_try, forget_failures
from caseflow.identity.note_guessing import note_guessing
from caseflow.identity.own_membership import refuse
from caseflow.identity.passkeys import Site, options_to_show
from caseflow.identity.sessions import LoggedIn, found_under, note_found, own_session
from caseflow.keys.keyring import ring
from caseflow.keys.session_keys import SessionPlace, seal_for_session
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import MissingKey


def ask_own_passkey(work: Work, who: Actor | Person, site: Site) -> str:
    """Return what the browser is asked, to show a passkey in this session."""
    return options_to_show(work, who.session, site)


def show_factor(work: Work, who: Actor | Person, proof: Proof) -> LoggedIn | Refused:
    """Note that she has shown a factor now; her session goes on under a new token.

    Failures are counted apart from those of the log-in: whoever guesses there, at her address,
    must not keep her from an emergency.
    """
    account = f"factor {who.staff}"
    tries = count_try(work, account)
    if isinstance(tries, Refused):
        refuse(work, who, Act.FACTOR_SHOW, tries.reason)
        return tries
    shown = check_factor(work, who.staff, who.session, proof)
    session = own_session(work, who)
    if shown is None or session is None:
        refuse(work, who, Act.FACTOR_SHOW, Reason.NOT_OPEN)
        note_guessing(work, tries, who.staff)
        return Refused()
    forget_failures(work, account)
    renewed = renew_session(work, session, work.clock.now())
    if renewed is None:
        return refuse(work, who, Act.FACTOR_SHOW, Reason.TOO_LATE)
    record(work, Trace(act=Act.FACTOR_SHOW, **by(who), details={"factor": shown}))
    return renewed


def renew_session(work: Work, session: StaffSession, factor_at: datetime | None) -> LoggedIn | None:
    """Give a session a new token, under which her key rests anew; the old one leads nowhere.

    None where it is over, or its curtain was drawn, since this request found it: that comes first.
    """
    opened = ring(work).staff
    if opened is None:
        raise MissingKey("The key of this session is not at hand.")
    token = new_token()
    place = SessionPlace(session.id, session.staff_id, session.pair_id, session.ends_at, factor_at)
    resting = seal_for_session(work, opened, place, token)
    digest = token_digest(token)
    renewed = (
        update(StaffSession)
        .where(
            StaffSession.id == session.id,
            StaffSession.cookie_digest == found_under(work, session),
            StaffSession.ended_at.is_(None),
        )
        .values(
            root_key_id=resting.root_key_id,
            wrapped=resting.wrapped,
            cookie_digest=digest,
            second_factor_at=factor_at,
        )
        .returning(StaffSession.id)
        .execution_options(synchronize_session=False)
    )
    if work.session.scalar(renewed) is None:
        return None
    work.session.expire(session)
    note_found(work, session.id, digest)
    return LoggedIn(token, session.ends_at, session.staff_id, session.id)
