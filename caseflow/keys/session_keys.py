"""Rest a staff member's private key in her session, under a key that only her cookie holds.

So it rests between the two steps of a log-in too, under another label: a step is no session.
"""

from dataclasses import dataclass
from datetime import datetime
from os import urandom
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PRIVATE_LENGTH, PrivateKey
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.keys.outside_keys import present_root, root_of
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id

SESSION = "session"  # what the wrappings are labelled with
STEP = "log-in step"


@dataclass(frozen=True, slots=True)
class SessionPlace:
    """The session, or the step of a log-in, that a private key rests in."""

    session: UUID
    staff: UUID
    pair: UUID
    ends_at: datetime
    factor_at: datetime | None = None  # when a second factor was shown

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        end = instant_text(self.ends_at).encode()
        shown = () if self.factor_at is None else (instant_text(self.factor_at).encode(),)
        return self.session.bytes, self.staff.bytes, self.pair.bytes, end, *shown


@dataclass(frozen=True, slots=True)
class Resting:
    """A private key as it rests in a row, and the root that is outermost."""

    root_key_id: bytes
    wrapped: bytes


def seal_for_session(work: Work, opened: OpenedPair, place: SessionPlace, token: str) -> Resting:
    """Return the private key sealed for a session under its cookie's token, under the root."""
    return _sealed(work, SESSION, place, token, opened.private.raw())


def seal_for_step(
    work: Work, opened: OpenedPair | None, step: UUID, ends_at: datetime, token: str
) -> Resting:
    """Return the private key sealed for the second step of a log-in.

    Where nothing was opened, chance is sealed in its place: the work is the same.
    """
    if opened is None:
        place = SessionPlace(step, new_id(), new_id(), ends_at)
        return _sealed(work, STEP, place, token, urandom(PRIVATE_LENGTH))
    place = SessionPlace(step, opened.staff, opened.pair, ends_at)
    return _sealed(work, STEP, place, token, opened.private.raw())


def place_of_session(session: StaffSession) -> SessionPlace:
    """Return what the wrapping in a session is bound to."""
    return SessionPlace(
        session.id, session.staff_id, session.pair_id, session.ends_at, session.second_factor_at
    )


def place_of_step(step: LogInStep) -> SessionPlace:
    """Return what the wrapping in a step is bound to; where it holds chance, to nobody."""
    return SessionPlace(step.id, step.staff_id or new_id(), step.pair_id or new_id(), step.ends_at)


def open_session(work: Work, session: StaffSession, token: str) -> OpenedPair | None:
    """Put the private key that rests in a session onto the keyring.

    None and an alarm when it does not open: the row is not as it was written.
    """
    keyring = ring(work)
    resting = Resting(session.root_key_id, session.wrapped)
    try:
        raw = _opened(work, SESSION, place_of_session(session), token, resting)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(StaffSession.__tablename__, session.id))
        return None
    keyring.staff = OpenedPair(session.staff_id, session.pair_id, PrivateKey(raw))
    return keyring.staff


def open_step(work: Work, step: LogInStep, token: str) -> OpenedPair | None:
    """Put the private key that rests in a step of a log-in onto the keyring.

    None where the password did not fit; an alarm too where the row is not as it was written.
    """
    if step.staff_id is None or step.pair_id is None:
        return None
    keyring = ring(work)
    resting = Resting(step.root_key_id, step.wrapped)
    try:
        raw = _opened(work, STEP, place_of_step(step), token, resting)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(LogInStep.__tablename__, step.id))
        return None
    keyring.staff = OpenedPair(step.staff_id, step.pair_id, PrivateKey(raw))
    return keyring.staff


def _sealed(work: Work, label: str, place: SessionPlace, token: str, raw: bytes) -> Resting:
    inner = wrap(_cookie_key(token, place.session), label, place.context(), raw)
    root = present_root(work)
    return Resting(root.key_id, wrap(root, label, place.context(), inner))


def _opened(work: Work, label: str, place: SessionPlace, token: str, resting: Resting) -> bytes:
    root = root_of(work, resting.root_key_id)
    inner = unwrap(root, label, place.context(), resting.wrapped)
    return unwrap(_cookie_key(token, place.session), label, place.context(), inner)


def _cookie_key(token: str, session: UUID) -> Cipher:
    return Cipher(derive(token.encode(), "session", session.bytes))
