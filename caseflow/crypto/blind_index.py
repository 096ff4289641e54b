"""Blind a term of a card, so that a unit finds it and whoever copies the database does not.

HMAC-SHA256 (RFC 2104) under a random key of the unit's, cut to 16 bytes. Every card has the same
number of tokens, in the order of their bytes: chance fills up what it has no terms for, so that the
length of a name is not told. What is guarded by the key alone is how often a token occurs: so there
is none of a surname by itself.
"""

import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.encoding import parts
from caseflow.crypto.wrapping import unwrap, wrap

TOKENS = 16  # of each card
_LENGTH = 16
_KEY_LENGTH = 32
_LABEL = b"caseflow token 1"
_KEY = "index key"

Term = tuple[str, ...]  # what kind of term, and what it is made of


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """The row that an index key stands in."""

    installation: UUID
    unit: UUID
    generation: int

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        return self.installation.bytes, self.unit.bytes, self.generation.to_bytes(8, "big")


def new_index_key() -> bytes:
    """Return a random key; it is renewed with the unit's own."""
    return secrets.token_bytes(_KEY_LENGTH)


def seal_index_key(cipher: Cipher, place: IndexPlace, key: bytes) -> bytes:
    """Return an index key sealed under the key of the unit's cards."""
    return wrap(cipher, _KEY, place.context(), key)


def open_index_key(cipher: Cipher, place: IndexPlace, sealed: bytes) -> bytes:
    """Return an index key; raises BrokenKey for any other place or key."""
    return unwrap(cipher, _KEY, place.context(), sealed)


def blinded(key: bytes, term: Term) -> bytes:
    """Return the token of a term."""
    told = parts(_LABEL, *(part.encode() for part in term))
    return hmac.digest(key, told, "sha256")[:_LENGTH]


def card_tokens(key: bytes, terms: Sequence[Term]) -> list[bytes]:
    """Return the tokens of a card: of its first terms, and chance for those that it has not."""
    tokens = {blinded(key, term) for term in terms[:TOKENS]}
    while len(tokens) < TOKENS:
        tokens.add(secrets.token_bytes(_LENGTH))
    return sorted(tokens)


def sought_tokens(key: bytes, terms: Iterable[Term]) -> list[bytes]:
    """Return the tokens that a search asks for."""
    return sorted({blinded(key, term) for term in terms})
