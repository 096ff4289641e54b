"""P2b: the fields of P2 against SQLAlchemy-Utils' StringEncryptedType with its AesGcmEngine.

The library is in no lock: `pip install sqlalchemy-utils` into the environment of the tests measures
it itself. Without it what its version 0.43 does for each value is written out here: the key hashed
anew, a cipher object of its own, base64 around nonce, tag and ciphertext. It binds a value to no
place, and opens everything at loading.
"""

import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from os import urandom
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Dialect, String, Uuid
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from tests.benchmarks.line import Line
from tests.benchmarks.measure import compare
from tests.benchmarks.p2_fields import ENTRIES, FIELDS, read_objects, read_ours, table, written

NONCE, TAG = 12, 16
KEY = urandom(32)


class Encrypted(TypeDecorator[str]):
    """A text that is encrypted on its way into the database, and decrypted on its way out."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        nonce = urandom(NONCE)
        encryptor = Cipher(algorithms.AES(_hashed(KEY)), modes.GCM(nonce)).encryptor()
        encrypted = encryptor.update(value.encode()) + encryptor.finalize()
        return b64encode(nonce + encryptor.tag + encrypted).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        held = b64decode(value)
        nonce, tag = held[:NONCE], held[NONCE : NONCE + TAG]
        decryptor = Cipher(algorithms.AES(_hashed(KEY)), modes.GCM(nonce, tag)).decryptor()
        return (decryptor.update(held[NONCE + TAG :]) + decryptor.finalize()).decode()


def _hashed(key: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(key)
    return digest.finalize()


def published() -> Any:  # noqa: ANN401 - a type of a library without types, if it is there
    """Return the library's own type, or what does the same."""
    if find_spec("sqlalchemy_utils") is None:
        return Encrypted()
    types = import_module("sqlalchemy_utils.types.encrypted.encrypted_type")
    return types.StringEncryptedType(String, KEY, types.AesGcmEngine)


EncryptedEntry = table("encrypted_entries", published(), Uuid)
AGAINST = "StringEncryptedType" + (", by hand" if find_spec("sqlalchemy_utils") is None else "")


def run(folder: Path) -> Iterator[Line]:
    """Yield a line for all fields read and one for two."""
    story = written(f"sqlite:///{folder / 'p2b.db'}", EncryptedEntry)
    for count in (len(FIELDS), 2):
        ours = partial(read_ours, story, FIELDS[:count])
        others = partial(read_objects, story, FIELDS[:count])
        assert sorted(ours()) == sorted(others())
        work = f"{ENTRIES:,} entries x {len(FIELDS)} fields, {count} read"
        found = compare(ours, others, calls=3, clock=time.process_time)
        yield Line("P2b", work, AGAINST, "0.2x", found)
    story.log.close()
