"""Wrap a secret under a symmetric key: root, trustee secret, password, session, server keys.

Format: `version(1) | nonce(12) | ciphertext | tag(16)` of AES-256-GCM. Associated data: format
label, version, key id of the wrapping key, what the secret is, and its context.
"""

from collections.abc import Iterable

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.encoding import parts
from caseflow.vocabulary.errors import BrokenKey

_FORMAT = b"\x01"
_LABEL = b"caseflow wrap 1"


def wrap(cipher: Cipher, label: str, context: Iterable[bytes], secret: bytes) -> bytes:
    """Return the secret wrapped; the label says what it is, the context whose."""
    return _FORMAT + cipher.seal(secret, _associated(cipher, label, context))


def unwrap(cipher: Cipher, label: str, context: Iterable[bytes], wrapped: bytes) -> bytes:
    """Return the secret; raises BrokenKey for another key, label, context or format."""
    if wrapped[:1] != _FORMAT:
        raise BrokenKey("A wrapped secret has a format that this version does not know.")
    return cipher.open(wrapped, _associated(cipher, label, context), 1)


def _associated(cipher: Cipher, label: str, context: Iterable[bytes]) -> bytes:
    return parts(_LABEL, _FORMAT, cipher.key_id, label.encode(), *context)
