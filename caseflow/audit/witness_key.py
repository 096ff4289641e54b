"""Keep the key that a witness cosigns with: a file of her own, made at her first look."""

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from caseflow.crypto.signing import Signer
from caseflow.merkle.cosignatures import WitnessKey, cosigner, witness_key_text
from caseflow.merkle.notes import cosign_note
from caseflow.vocabulary.errors import BrokenKey

_SEED = 32


class Cosigner:
    """Cosigns checkpoints with one key."""

    __slots__ = ("_signer", "key")

    def __init__(self, seed: bytes) -> None:
        self._signer = Signer(seed)
        digest = sha256(self._signer.public).hexdigest()
        self.key = WitnessKey(f"caseflow-witness/{digest[:16]}", self._signer.public)

    @property
    def key_text(self) -> str:
        """Return the public key in one line."""
        return witness_key_text(self.key)

    def cosign(self, note: str, at: int) -> str:
        """Return the note with this witness's cosignature; `at` is in seconds since 1970."""
        return cosign_note(note, cosigner(self.key, self._signer.sign, at))


def cosigner_at(path: Path) -> Cosigner:
    """Return the witness whose key lies in this file, made where there is none.

    Raises OSError where it can neither be read nor made, BrokenKey where it is no key.
    """
    with suppress(FileExistsError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(b64encode(token_bytes(_SEED)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    try:
        seed = b64decode(path.read_bytes().strip(), validate=True)
    except ValueError as error:
        raise BrokenKey("The witness's key file holds no key.") from error
    return Cosigner(seed)
