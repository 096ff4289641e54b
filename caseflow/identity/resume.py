"""Go on with a session: who makes this request, and in which unit."""

from collections.abc import Callable
from functools import partial

from caseflow.audit.record import record_alarms
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import membership_by_id, memberships_of
from caseflow.identity.renew_after_departure import complete_chain, renew_after_departure
from caseflow.identity.resume_token import resume_token
from caseflow.identity.sessions import (
    PROGRAM_PREFIX,
    acting,
    end_session,
    live_session,
    note_request,
)
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.token_rows import PREFIX
from caseflow.identity.units import unit_by_slug
from caseflow.keys.session_keys import open_session
from caseflow.keys.unit_keys import open_unit
from caseflow.vocabulary.actors import Actor, Person


def resume(work: Work, token: str) -> Actor | Person | None:
    """Return who is logged in by this token, with her keys on the keyring.

    None when the session is unknown, a program's, idle for too long or over, or she is disabled. A
    removed member is a person in no unit at her next request.
    """
    if token.startswith(PROGRAM_PREFIX):
        return None
    return _resumed(work, token, _chosen_before)


def resume_program(work: Work, token: str, slug: str | None) -> Actor | Person | None:
    """Return whom a program acts for by this token: in the unit of this slug, this once.

    Without a slug it is her only unit; a slug of none of hers, or none of several, is nobody's. So
    is the token of a page's cookie.
    """
    if token.startswith(PREFIX):
        return resume_token(work, token, slug)
    if not token.startswith(PROGRAM_PREFIX):
        return None
    return _resumed(work, token, partial(_named, slug=slug))


def _resumed(
    work: Work, token: str, choose: Callable[[Work, StaffSession], Membership | None]
) -> Actor | Person | None:
    session = live_session(work, token)
    if session is None:
        return None
    staff = enabled(staff_by_id(work, session.staff_id))
    if staff is None or open_session(work, session, token) is None:
        end_session(work, session)  # it opens nothing, and its alarm is raised once
        record_alarms(work, session.staff_id)
        return None
    noted = note_request(work, session)
    membership = choose(work, session)
    if membership is None:
        return Person(
            staff=staff.id,
            session=session.id,
            administrator=staff.administrator,
            second_factor_at=session.second_factor_at,
        )
    actor = acting(session, membership)
    complete_chain(work, actor)
    if noted:
        renew_after_departure(work, actor)
    return actor


def _chosen_before(work: Work, session: StaffSession) -> Membership | None:
    """Return the membership she acts by, its unit's key opened; else the session forgets it."""
    if session.membership_id is None:
        return None
    found = membership_by_id(work, session.membership_id)
    # The session row carries no seal: whose the membership is, the membership itself must say.
    if found is not None and found.staff_id == session.staff_id and open_unit(work, found):
        return found
    session.membership_id = None
    record_alarms(work, session.staff_id)
    return None


def _named(work: Work, session: StaffSession, *, slug: str | None) -> Membership | None:
    """Return the membership that a program names, its unit's key opened."""
    held = memberships_of(work, session.staff_id)
    if slug is not None:
        unit = unit_by_slug(work, slug)
        held = [each for each in held if unit is not None and each.unit_id == unit.id]
    if len(held) != 1:
        return None
    if open_unit(work, held[0]):
        return held[0]
    record_alarms(work, session.staff_id)
    return None
