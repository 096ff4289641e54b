"""Seal and open the single fields of a row, each bound to its exact place.

A sealed field is `version(1) | drawer key version(4) | nonce(12) | ciphertext | tag(16)`. Its
associated data is rebuilt, never stored: format label, header, installation, drawer, key id,
table, row, field name, row revision. There is no trial decryption and no plaintext fallback.
"""

import hmac
import struct
from functools import lru_cache
from os import urandom
from uuid import UUID

from cryptography.exceptions import InvalidTag

from caseflow.crypto.ciphers import NONCE_LENGTH, Cipher, does_not_open
from caseflow.crypto.encoding import NAMED, parts
from caseflow.crypto.padding import PACK, PREFIX, read_length
from caseflow.vocabulary.errors import BrokenKey

_FORMAT = b"\x01"
_HEADER_LENGTH = 5
_TEXT = _HEADER_LENGTH + NONCE_LENGTH  # where the ciphertext begins
_LABEL = b"caseflow field 1"
_QUESTION_LABEL = parts(b"caseflow question 1")
_TAG_LENGTH = 16
_ID_PREFIX = (16).to_bytes(4, "big")


class FieldsOfRow:
    """Seals and opens the fields of one row at one revision."""

    __slots__ = ("_before", "_behind", "_decrypt", "_encrypt", "_header")

    def __init__(self, cipher: Cipher, header: bytes, before: bytes, behind: "_Behind") -> None:
        self._encrypt = cipher.encrypt
        self._decrypt = cipher.decrypt
        self._header = header
        self._before = before
        self._behind = behind

    def seal(self, field: str, text: str) -> bytes:
        """Return the text sealed for this field."""
        associated = self._before + self._behind[field]
        nonce = urandom(NONCE_LENGTH)
        # Padded here, and below stripped of it: a call more is a twentieth of the time of a field.
        encoded = text.encode()
        length = len(encoded)
        padded = PACK[length](length, encoded)
        return self._header + nonce + self._encrypt(nonce, padded, associated)

    def open(self, field: str, sealed: bytes) -> str:
        """Return the text of this field; raises BrokenKey for any other place, key or version."""
        if sealed[:_HEADER_LENGTH] != self._header:
            raise _foreign(sealed)
        associated = self._before + self._behind[field]
        try:
            padded = self._decrypt(sealed[_HEADER_LENGTH:_TEXT], sealed[_TEXT:], associated)
            (length,) = read_length(padded)
            end = PREFIX + length
            if end <= len(padded):
                return padded[PREFIX:end].decode()
        except (InvalidTag, ValueError, struct.error) as error:
            raise does_not_open() from error
        raise does_not_open()


class FieldsOfDrawer:
    """Seals and opens the fields of one drawer under one version of its key."""

    __slots__ = ("_before", "_cipher", "_header")

    def __init__(self, cipher: Cipher, key_version: int, installation: UUID, drawer: UUID) -> None:
        self._cipher = cipher
        self._header = _FORMAT + key_version.to_bytes(4, "big")
        self._before = parts(_LABEL, self._header, installation.bytes, drawer.bytes, cipher.key_id)

    def row(self, table: str, row: UUID, revision: int) -> FieldsOfRow:
        """Return what seals and opens the fields of one row, made once per row for speed."""
        before = self._before + NAMED[table] + _ID_PREFIX + row.bytes
        return FieldsOfRow(self._cipher, self._header, before, _behind(revision))


class _Behind(dict[str, bytes]):
    """By field, what stands behind the row in the associated data of one revision.

    Columns are few, and most rows are at one of the first revisions.
    """

    def __init__(self, revision: int) -> None:
        super().__init__()
        self._revision = parts(revision.to_bytes(8, "big"))

    def __missing__(self, field: str) -> bytes:
        """Put it together and remember it."""
        behind = self[field] = NAMED[field] + self._revision
        return behind


_behind = lru_cache(maxsize=1024)(_Behind)


def question_tag(cipher: Cipher, question: str) -> bytes:
    """Return the 16 bytes by which a drawer's fact is found without telling the question."""
    message = _QUESTION_LABEL + question.encode()
    return hmac.digest(cipher.key, message, "sha256")[:_TAG_LENGTH]


def _foreign(sealed: bytes) -> BrokenKey:
    if sealed[:1] != _FORMAT:
        return BrokenKey("A sealed field has a format that this version does not know.")
    return BrokenKey("A sealed field was sealed under another version of the drawer's key.")
