"""Seal the answers that are kept for a request which a program may send once more.

They stand under a key derived from the unit's private key: whoever cannot act for the unit cannot
read them, the server alone neither.
"""

from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.crypto.padding import pad, unpad
from caseflow.crypto.wrapping import unwrap, wrap

_ANSWER = "kept answer"


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """The row that an answer is kept in."""

    installation: UUID
    unit: UUID
    staff: UUID
    key_digest: bytes

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        return self.installation.bytes, self.unit.bytes, self.staff.bytes, self.key_digest


def answer_key(private: PrivateKey) -> Cipher:
    """Return the key of the answers that are kept for a unit's programs."""
    return Cipher(derive(private.raw(), "kept answers"))


def seal_answer(cipher: Cipher, place: AnswerPlace, text: str) -> bytes:
    """Return an answer sealed for its place, its length hidden."""
    return wrap(cipher, _ANSWER, place.context(), pad(text))


def open_answer(cipher: Cipher, place: AnswerPlace, sealed: bytes) -> str:
    """Return the answer; raises BrokenKey for any other place or key."""
    return unpad(unwrap(cipher, _ANSWER, place.context(), sealed))
