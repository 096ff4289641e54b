"""Change one's own password: a new key pair, admitted by herself to all her units again."""

from dataclasses import replace
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import Caller
from caseflow.identity.check_password import check_password
from caseflow.identity.known_browsers import forget_browsers, remember_browser
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.note_guessing import note_guessing
from caseflow.identity.own_membership import refuse
from caseflow.identity.sessions import LoggedIn, end_sessions, start_session
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.tries import count_caller, forget_caller
from caseflow.identity.whole_text import whole_text
from caseflow.keys.drafts import cover_drafts, uncover_drafts
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.own_addresses import keep_address, own_address
from caseflow.keys.staff_keys import find_lock, make_staff_pair, open_staff, unlock
from caseflow.keys.unit_keys import admit, open_unit
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id


def change_password(
    work: Work, who: Actor | Person, old: str, password: str, browser: str = ""
) -> Done[LoggedIn] | Invalid | Refused:
    """Give her a new key pair that the new password opens; the old one leads to nothing more.

    All her sessions end, this one too: the answer is a new one. She is known in this browser alone
    from then on. The old password is tried as at a log-in, and its failures count there too.
    """
    staff = enabled(staff_by_id(work, who.staff))
    if staff is None:
        return refuse(work, who, Act.PASSWORD_CHANGE, Reason.NOT_OPEN)
    caller = Caller(browser)
    tries = count_caller(work, staff, staff.email, caller)
    if isinstance(tries, Refused):
        refuse(work, who, Act.PASSWORD_CHANGE, tries.reason)
        return tries
    lock = find_lock(work, staff.id)
    work.finish()  # the try is counted, and nobody waits for the database while the key is made
    if unlock(work, lock, whole_text(old)) is None:
        refuse(work, who, Act.PASSWORD_CHANGE, Reason.NOT_OPEN)
        note_guessing(work, tries, staff.id)
        return Invalid((Problem("old_password", "wrong_password"),))
    forget_caller(work, staff, caller)
    problems = check_password(password, staff.email, work.configuration.provider)
    if password == old:
        problems.append(Problem("password", "same_password"))
    if problems:
        return Invalid(tuple(problems))
    begun = _change(work, who, staff, password)
    forget_browsers(work, staff.id)
    return Done(replace(begun, browser=remember_browser(work, staff.id, browser)))


def _change(work: Work, who: Actor | Person, staff: Staff, password: str) -> LoggedIn:
    act = new_id()
    lives_at = own_address(work, staff.id)
    unsent = uncover_drafts(work, staff.id)
    events = _new_pair(work, staff.id, password, act)
    end_sessions(work, staff.id)
    opened = open_staff(work, staff.id, password)
    if opened is None:
        raise MissingKey("A new key pair does not open with its own password.")
    if lives_at is not None:
        keep_address(work, staff.id, lives_at)  # the former key opens nothing any more
    cover_drafts(work, staff.id, unsent)
    membership = who.membership if isinstance(who, Actor) else None
    begun = start_session(work, opened, membership, who.second_factor_at)
    keys = tuple(event.listed() for event in events)
    record(work, Trace(act=Act.PASSWORD_CHANGE, **by(who), keys=keys), act)
    return begun


def _new_pair(work: Work, staff: UUID, password: str, act: UUID) -> list[KeyEvent]:
    """Make the new pair and the envelopes to it; the old pair opens the units' keys before."""
    keyring = ring(work)
    at_hand = keyring.unit
    held = [each for each in memberships_of(work, staff) if _at_hand(work, each)]
    keyring.unit = at_hand
    born = make_staff_pair(work, staff, password)
    admitted = [admit(work, each, act) for each in held]
    for each in held:
        del keyring.born[each.unit_id]
    return [born, *filter(None, admitted)]


def _at_hand(work: Work, membership: Membership) -> bool:
    """Lay the key of her unit ready; False, and an alarm, when nothing leads her to it."""
    keyring = ring(work)
    if not open_unit(work, membership) or keyring.unit is None:
        return False
    keyring.born[membership.unit_id] = keyring.unit
    return True
