"""Sign checkpoints and hand-outs: Ed25519 (RFC 8032)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from caseflow.vocabulary.errors import BrokenKey


class Signer:
    """Signs with one key; its public half is 32 bytes that anyone may have."""

    __slots__ = ("_key", "public")

    def __init__(self, seed: bytes) -> None:
        try:
            self._key = Ed25519PrivateKey.from_private_bytes(seed)
        except ValueError as error:
            raise BrokenKey("A signing key has the wrong length.") from error
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the signature of the message, 64 bytes."""
        return self._key.sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether the signature is that of this public key under this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
