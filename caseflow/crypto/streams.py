"""Seal a file in chunks that can neither be moved, left out nor cut short.

STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance", CRYPTO 2015), as age and Tink use it: each file has a random key of its own, the
nonce counts the chunks, and its last byte says whether this is the last one. A key seals one file
once, so no nonce comes twice.

A sealed chunk is `version(1) | ciphertext | tag(16)`. Associated data is rebuilt, never stored:
format label, version, installation, drawer, document, file, key id, number, last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag

from caseflow.crypto.ciphers import Cipher, does_not_open
from caseflow.crypto.encoding import parts
from caseflow.crypto.padding import padded_length
from caseflow.vocabulary.errors import BrokenKey

CHUNK = 256 * 1024  # bytes of a file in one chunk
_SHORTEST = 16 * 1024  # short letters and pictures of them look alike
_FORMAT = b"\x01"
_LABEL = b"caseflow file 1"
_NUMBER_LENGTH = 11  # with the mark of the last chunk a nonce


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where a file belongs; its chunks open nowhere else."""

    installation: UUID
    drawer: UUID
    document: UUID
    file: UUID  # a new one whenever the document gets other content


class FileCipher:
    """Seals and opens the chunks of one file."""

    __slots__ = ("_before", "_cipher")

    def __init__(self, cipher: Cipher, place: FilePlace) -> None:
        self._cipher = cipher
        ids = (place.installation, place.drawer, place.document, place.file)
        self._before = parts(_LABEL, _FORMAT, *(each.bytes for each in ids), cipher.key_id)

    def seal(self, number: int, chunk: bytes, *, last: bool) -> bytes:
        """Return a chunk sealed as the one of this number, counted from 0."""
        nonce, associated = self._bound(number, last=last)
        return _FORMAT + self._cipher.encrypt(nonce, chunk, associated)

    def open(self, number: int, sealed: bytes, *, last: bool) -> bytes:
        """Return a chunk; raises BrokenKey for any other file, number, end or changed byte."""
        if sealed[:1] != _FORMAT:
            raise BrokenKey("A sealed chunk has a format that this version does not know.")
        nonce, associated = self._bound(number, last=last)
        try:
            return self._cipher.decrypt(nonce, sealed[1:], associated)
        except (InvalidTag, ValueError) as error:
            raise does_not_open() from error

    def _bound(self, number: int, *, last: bool) -> tuple[bytes, bytes]:
        counted, mark = number.to_bytes(_NUMBER_LENGTH, "big"), bytes([last])
        return counted + mark, self._before + parts(counted, mark)


def stored_length(length: int) -> int:
    """Return how many bytes a file of this length is filled up to with zeros."""
    return padded_length(max(length, _SHORTEST))


def chunk_count(length: int) -> int:
    """Return how many chunks a file of this length has."""
    return -(-stored_length(length) // CHUNK)


def chunks_of(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    """Yield a file of this length, filled up with zeros, in chunks; all but the last are full."""
    held = bytearray()
    for piece in _filled(pieces, length):
        held += piece
        while len(held) >= CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    if held:
        yield bytes(held)


def _filled(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    yield from pieces
    missing = stored_length(length) - length
    while missing:
        zeros = min(missing, CHUNK)
        yield bytes(zeros)
        missing -= zeros
