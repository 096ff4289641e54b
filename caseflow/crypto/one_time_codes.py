"""Seal the secrets of one-time codes (RFC 6238) under a key of the server.

The server must know such a secret to check a code: it lies under a key derived from the cookie
key, which lies under the root, so that the database alone gives no code away.
"""

from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.wrapping import unwrap, wrap

_SECRET = "one-time secret"  # noqa: S105 - the label of a wrapping


@dataclass(frozen=True, slots=True)
class SecretPlace:
    """The row that a secret lies in."""

    installation: UUID
    staff: UUID
    row: UUID

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        return self.installation.bytes, self.staff.bytes, self.row.bytes


def secrets_key(cookie: bytes) -> Cipher:
    """Return the key of all secrets of one-time codes."""
    return Cipher(derive(cookie, "one-time secrets"))


def seal_secret(cipher: Cipher, place: SecretPlace, secret: str) -> bytes:
    """Return a secret, in Base32 as the authenticator has it, sealed for its row."""
    return wrap(cipher, _SECRET, place.context(), secret.encode())


def open_secret(cipher: Cipher, place: SecretPlace, sealed: bytes) -> str:
    """Return the secret; raises BrokenKey for any other row or key."""
    return unwrap(cipher, _SECRET, place.context(), sealed).decode()
