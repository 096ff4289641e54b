"""Rest a staff member's private key in her session, under a key that only her cookie holds."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, RequestKeyring, ring
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BrokenKey

_LABEL = "session"


@dataclass(frozen=True, slots=True)
class SessionPlace:
    """The session that a private key rests in."""

    session: UUID
    staff: UUID
    pair: UUID
    ends_at: datetime

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        end = instant_text(self.ends_at).encode()
        return self.session.bytes, self.staff.bytes, self.pair.bytes, end


def seal_for_session(
    keyring: RequestKeyring, opened: OpenedPair, session: UUID, ends_at: datetime, token: str
) -> bytes:
    """Return the private key sealed for a session under its cookie's token, under the root."""
    place = SessionPlace(session, opened.staff, opened.pair, ends_at)
    inner = wrap(_cookie_key(token, session), _LABEL, place.context(), opened.private.raw())
    return wrap(keyring.server.root, _LABEL, place.context(), inner)


def open_session(work: Work, session: StaffSession, token: str) -> OpenedPair | None:
    """Put the private key that rests in a session onto the keyring.

    None and an alarm when it does not open: the row is not as it was written.
    """
    place = SessionPlace(session.id, session.staff_id, session.pair_id, session.ends_at)
    keyring = ring(work)
    try:
        inner = unwrap(keyring.server.root, _LABEL, place.context(), session.wrapped)
        raw = unwrap(_cookie_key(token, session.id), _LABEL, place.context(), inner)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(StaffSession.__tablename__, session.id))
        return None
    keyring.staff = OpenedPair(session.staff_id, session.pair_id, PrivateKey(raw))
    return keyring.staff


def _cookie_key(token: str, session: UUID) -> Cipher:
    return Cipher(derive(token.encode(), "session", session.bytes))
