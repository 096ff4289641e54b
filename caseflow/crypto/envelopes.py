"""Carry a key to its reader: HPKE (RFC 9180) to a public key, AES-256-GCM to oneself.

Everything the envelope stands for is in HPKE's `info`. HPKE does not tell who sealed: a planted
key is found by the key id, which is checked on opening, and by the seal of the row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.encoding import parts
from caseflow.crypto.key_pairs import PrivateKey, PublicKey, commitment
from caseflow.crypto.padding import pad, unpad
from caseflow.vocabulary.errors import BrokenKey

_FORMAT = b"\x01"
_KEY_LABEL = b"caseflow envelope 1"
_OWN_LABEL = b"caseflow own envelope 1"
_TEXT_LABEL = b"caseflow sealed text 1"
_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class Destination:
    """Which key goes to which reader, and by which act."""

    installation: UUID
    what: str  # drawer, unit, trustee …
    id: UUID
    version: int
    key_id: bytes  # of the key inside
    reader_key_id: bytes
    act: UUID  # the recorded act that justified the envelope

    def encoded(self, label: bytes) -> bytes:
        """Return the destination as bytes, for the format that the label names."""
        return parts(
            label,
            self.installation.bytes,
            self.what.encode(),
            self.id.bytes,
            self.version.to_bytes(4, "big"),
            self.key_id,
            self.reader_key_id,
            self.act.bytes,
        )


def seal_envelope(public: PublicKey, destination: Destination, key: bytes) -> bytes:
    """Return the key sealed to the reader; raises BrokenKey when the destination is another."""
    if public.key_id != destination.reader_key_id:
        raise BrokenKey("An envelope names another reader.")
    _committed(destination, key)
    return _sealed(public, destination.encoded(_KEY_LABEL), key)


def open_envelope(private: PrivateKey, destination: Destination, sealed: bytes) -> bytes:
    """Return the key inside; raises BrokenKey when it is not the one that the log knows."""
    return _committed(destination, _opened(private, destination.encoded(_KEY_LABEL), sealed))


def open_pair(private: PrivateKey, destination: Destination, sealed: bytes) -> PrivateKey:
    """Return the pair inside, made once: to make one takes as long as to open its envelope.

    Raises BrokenKey when it is not the one that the log knows.
    """
    pair = PrivateKey(_opened(private, destination.encoded(_KEY_LABEL), sealed))
    _check_commitment(destination, pair.public.key_id)
    return pair


def own_envelope_key(private: PrivateKey) -> Cipher:
    """Return the key under which a unit seals keys to itself, in microseconds instead of 130."""
    return Cipher(derive(private.raw(), "own envelopes"))


def seal_own(cipher: Cipher, destination: Destination, key: bytes) -> bytes:
    """Return the key sealed under the unit's own envelope key."""
    _committed(destination, key)
    return _FORMAT + cipher.seal(key, destination.encoded(_OWN_LABEL))


def open_own(cipher: Cipher, destination: Destination, sealed: bytes) -> bytes:
    """Return the key inside; raises BrokenKey when it is not the one that the log knows."""
    _check_format(sealed)
    return _committed(destination, cipher.open(sealed, destination.encoded(_OWN_LABEL), 1))


def seal_to(public: PublicKey, purpose: str, context: Iterable[bytes], text: str) -> bytes:
    """Return a text, its length hidden, sealed to a reader for one purpose in one context."""
    info = parts(_TEXT_LABEL, purpose.encode(), public.key_id, *context)
    return _sealed(public, info, pad(text))


def open_from(private: PrivateKey, purpose: str, context: Iterable[bytes], sealed: bytes) -> str:
    """Return the text that `seal_to` sealed for this purpose in this context."""
    info = parts(_TEXT_LABEL, purpose.encode(), private.public.key_id, *context)
    return unpad(_opened(private, info, sealed))


def _sealed(public: PublicKey, info: bytes, secret: bytes) -> bytes:
    try:
        return _FORMAT + _SUITE.encrypt(secret, public.hpke, info)
    except ValueError as error:  # a point of small order would make the shared secret public
        raise BrokenKey("Nothing can be sealed to this public key.") from error


def _opened(private: PrivateKey, info: bytes, sealed: bytes) -> bytes:
    _check_format(sealed)
    try:
        return _SUITE.decrypt(sealed[1:], private.hpke, info)
    except InvalidTag as error:
        raise BrokenKey("An envelope does not open for this reader.") from error


def _check_format(sealed: bytes) -> None:
    if sealed[:1] != _FORMAT:
        raise BrokenKey("An envelope has a format that this version does not know.")


def _committed(destination: Destination, key: bytes) -> bytes:
    _check_commitment(destination, commitment(key))
    return key


def _check_commitment(destination: Destination, found: bytes) -> None:
    # AES-GCM can be made to open under two keys: what is inside has to be the key that was born.
    if found != destination.key_id:
        raise BrokenKey("An envelope holds another key than the one it names.")
