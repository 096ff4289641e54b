"""Make and hold the key pairs of staff, units, trustee and recovery: ML-KEM-768 with X25519.

The hybrid of draft-ietf-hpke-pq (X-Wing): a secret sealed to it stays secret while either
ML-KEM (FIPS 203) or X25519 (RFC 7748) holds. Private: ML-KEM seed(64) | X25519(32).
Public: ML-KEM(1184) | X25519(32).
"""

import hashlib
import os

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey
from shamir_mnemonic.wordlist import WORDLIST

from caseflow.crypto.ciphers import key_id
from caseflow.crypto.derivation import derive
from caseflow.vocabulary.errors import BrokenKey

PRIVATE_LENGTH = 96
PUBLIC_LENGTH = 1216
_MLKEM_SEED_LENGTH = 64
_MLKEM_PUBLIC_LENGTH = 1184
_WORDS = 6
_BITS_PER_WORD = 10


class PublicKey:
    """The half of a pair that seals; its key id is the key id of the pair."""

    __slots__ = ("_raw", "hpke", "key_id")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != PUBLIC_LENGTH:
            raise BrokenKey("A public key has the wrong length.")
        try:
            mlkem = MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC_LENGTH])
        except ValueError as error:
            raise BrokenKey("A public key is none.") from error
        x25519 = X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC_LENGTH:])
        self._raw = raw
        self.hpke = MLKEM768X25519PublicKey(mlkem, x25519)
        self.key_id = key_id(raw)

    def raw(self) -> bytes:
        """Return the 1,216 bytes of the key."""
        return self._raw


class PrivateKey:
    """The half of a pair that opens; never printed, for it has no text form."""

    __slots__ = ("_raw", "hpke", "public")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != PRIVATE_LENGTH:
            raise BrokenKey("A private key has the wrong length.")
        mlkem = MLKEM768PrivateKey.from_seed_bytes(raw[:_MLKEM_SEED_LENGTH])
        x25519 = X25519PrivateKey.from_private_bytes(raw[_MLKEM_SEED_LENGTH:])
        public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        self._raw = raw
        self.hpke = MLKEM768X25519PrivateKey(mlkem, x25519)
        self.public = PublicKey(public)

    def raw(self) -> bytes:
        """Return the 96 bytes of the key."""
        return self._raw


def new_pair() -> PrivateKey:
    """Return a new random pair."""
    return PrivateKey(os.urandom(PRIVATE_LENGTH))


def pair_from_seed(seed: bytes, label: str) -> PrivateKey:
    """Return the pair that a seed of 32 bytes always gives under this label."""
    return PrivateKey(derive(seed, label, length=PRIVATE_LENGTH))


def commitment(key: bytes) -> bytes:
    """Return the key id of a key of either kind: a pair is known by its public half."""
    return PrivateKey(key).public.key_id if len(key) == PRIVATE_LENGTH else key_id(key)


def fingerprint(public: PublicKey) -> bytes:
    """Return the 32 bytes by which the log names a public key."""
    return hashlib.sha256(b"caseflow public key" + public.raw()).digest()


def six_words(public: PublicKey) -> tuple[str, ...]:
    """Return the first 60 bits of the fingerprint as words that two people read to each other."""
    number = int.from_bytes(fingerprint(public), "big")
    shifts = (256 - _BITS_PER_WORD * place for place in range(1, _WORDS + 1))
    return tuple(WORDLIST[number >> shift & (1 << _BITS_PER_WORD) - 1] for shift in shifts)
