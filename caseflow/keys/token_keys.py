"""Rest a staff member's private key under a token that only a program holds, under the root.

Neither the database nor the root opens it, and a token opens nothing without the root. The wrapping
binds person, pair, membership, role and end: a row that says something else does not open.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.keys.outside_keys import present_root, root_of
from caseflow.keys.session_keys import Resting
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BrokenKey, MissingKey

LABEL = "api token"


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """The token that a private key rests under, and what a program may do with it."""

    token: UUID
    staff: UUID
    pair: UUID
    membership: UUID
    role: str
    ends_at: datetime

    def context(self) -> tuple[bytes, ...]:
        """Return what the wrapping is bound to."""
        ids = self.token.bytes, self.staff.bytes, self.pair.bytes, self.membership.bytes
        return *ids, self.role.encode(), instant_text(self.ends_at).encode()


def place_of_token(row: ApiToken) -> TokenPlace:
    """Return what the wrapping in a row is bound to."""
    return TokenPlace(row.id, row.staff_id, row.pair_id, row.membership_id, row.role, row.ends_at)


def own_pair(work: Work, staff: UUID) -> UUID:
    """Return her pair whose private key is at hand; raises MissingKey when none is."""
    opened = ring(work).staff
    if opened is None or opened.staff != staff:
        raise MissingKey("The key of this person is not at hand.")
    return opened.pair


def seal_for_token(work: Work, place: TokenPlace, token: str) -> Resting:
    """Return her private key, which is at hand, sealed under the token, under the root."""
    opened = ring(work).staff
    if opened is None or (opened.staff, opened.pair) != (place.staff, place.pair):
        raise MissingKey("The key of this person is not at hand.")
    inner = wrap(_key(token, place.token), LABEL, place.context(), opened.private.raw())
    root = present_root(work)
    return Resting(root.key_id, wrap(root, LABEL, place.context(), inner))


def open_token(work: Work, row: ApiToken, token: str) -> OpenedPair | None:
    """Put the private key that rests under a token onto the keyring.

    None and an alarm when it does not open: the row is not as it was written.
    """
    place = place_of_token(row)
    try:
        inner = unwrap(root_of(work, row.root_key_id), LABEL, place.context(), row.wrapped)
        raw = unwrap(_key(token, row.id), LABEL, place.context(), inner)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(ApiToken.__tablename__, row.id))
        return None
    ring(work).staff = OpenedPair(row.staff_id, row.pair_id, PrivateKey(raw))
    return ring(work).staff


def _key(token: str, row: UUID) -> Cipher:
    return Cipher(derive(token.encode(), LABEL, row.bytes))
