"""Derive one key from another: HKDF-SHA256 (RFC 5869), with a label for every use."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseflow.crypto.encoding import parts

_SALT = b"caseflow"


def hkdf(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """Return the bytes that RFC 5869 extracts and expands from a key."""
    return HKDF(SHA256(), length, salt, info).derive(key)


def derive(key: bytes, label: str, context: bytes = b"", length: int = 32) -> bytes:
    """Return the key for the use that the label names, in this context."""
    return hkdf(key, _SALT, parts(label.encode(), context), length)
