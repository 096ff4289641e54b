"""Turn a password into a key: Argon2id (RFC 9106), its cost kept beside the salt.

A record is `version(1) | memory in KiB(4) | passes(4) | lanes(4) | salt(16)`. The password is
prepared as OpaqueString (RFC 8265): every space becomes U+0020, then NFC, so that the same
characters from two keyboards are one password; case and width stay as they were typed.
"""

import os
import struct
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from caseflow.vocabulary.errors import BrokenKey

_FORMAT = 1
_COST = struct.Struct(">BIII")
_SALT_LENGTH = 16
_SHORTEST_SALT = 8
_MOST_MEMORY_KIB = 1 << 20
_MOST_PASSES = 100
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """What one guess costs; anything below the default is for tests and the demo only."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 1


STANDARD_COST = PasswordCost()


def new_password_record(cost: PasswordCost = STANDARD_COST) -> bytes:
    """Return the cost with a new random salt, to be kept beside what the password opens."""
    packed = _COST.pack(_FORMAT, cost.memory_kib, cost.passes, cost.lanes)
    return packed + os.urandom(_SALT_LENGTH)


def password_key(password: str, record: bytes) -> bytes:
    """Return the 32 bytes that the password gives under the record; raises BrokenKey for none."""
    cost, salt = _read(record)
    argon2id = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return argon2id.derive(_prepared(password).encode())


def _read(record: bytes) -> tuple[PasswordCost, bytes]:
    if len(record) < _COST.size + _SHORTEST_SALT or record[0] != _FORMAT:
        raise BrokenKey("A password record has a format that this version does not know.")
    _, memory_kib, passes, lanes = _COST.unpack_from(record)
    cost = PasswordCost(memory_kib, passes, lanes)
    if not _bearable(cost):
        raise BrokenKey("A password record asks for an impossible cost.")
    return cost, record[_COST.size :]


def _bearable(cost: PasswordCost) -> bool:
    # A cost lowered in a stolen database gives another key, which opens nothing; a cost raised
    # without bound would let a writer of one row stop the server.
    return (
        1 <= cost.lanes <= _MOST_LANES
        and 8 * cost.lanes <= cost.memory_kib <= _MOST_MEMORY_KIB
        and 1 <= cost.passes <= _MOST_PASSES
    )


def _prepared(password: str) -> str:
    spaced = "".join(
        " " if unicodedata.category(character) == "Zs" else character for character in password
    )
    return unicodedata.normalize("NFC", spaced)
