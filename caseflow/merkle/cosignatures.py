"""Cosign a checkpoint as its witness, and check such cosignatures (C2SP tlog-cosignature, v1).

A witness says with it: of this log I have seen this head at this instant, and it goes on from
every head that I have seen before. The instant is whole seconds since 1970.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from caseflow.merkle.notes import NoteSigner, NoteVerifier, open_note

_KIND = b"\x04"
_KEY_SIZE = 32
_TIME_SIZE = 8
_KEY_ID_SIZE = 4


@dataclass(frozen=True, slots=True)
class WitnessKey:
    """The public key of a witness, and its name."""

    name: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A note that a witness signed, and when."""

    text: str
    at: int  # seconds since 1970


def witness_key_id(key: WitnessKey) -> bytes:
    """Return the 4 bytes that stand for a witness in a signature line."""
    named = key.name.encode() + b"\n" + _KIND + key.public_key
    return sha256(named).digest()[:_KEY_ID_SIZE]


def witness_key_text(key: WitnessKey) -> str:
    """Return the key of a witness in one line: name, key id in hexadecimal, key in base64."""
    encoded = b64encode(_KIND + key.public_key).decode()
    return f"{key.name}+{witness_key_id(key).hex()}+{encoded}"


def read_witness_key(text: str) -> WitnessKey | None:
    """Return the key that the line spells, or None when it spells none."""
    name, _, rest = text.partition("+")
    encoded = rest.partition("+")[2]
    try:
        key = WitnessKey(name, b64decode(encoded, validate=True)[1:])
    except ValueError:
        return None
    named = bool(name) and not any(letter.isspace() for letter in name)
    whole = len(key.public_key) == _KEY_SIZE and witness_key_text(key) == text
    return key if named and whole else None


def cosigner(key: WitnessKey, sign: Callable[[bytes], bytes], at: int) -> NoteSigner:
    """Return who cosigns a checkpoint at this instant; raises OverflowError for one before 1970."""
    time = at.to_bytes(_TIME_SIZE)
    return NoteSigner(key.name, witness_key_id(key), lambda text: time + sign(_cosigned(text, at)))


def open_cosigned(
    note: str, key: WitnessKey, verify: Callable[[bytes, bytes], bool]
) -> Cosigned | None:
    """Return the text of a note that this witness signed, and when, or None.

    `verify` checks (text, signature) with the key. Of several instants the newest counts.
    """
    seen: list[int] = []

    def holds(text: bytes, signed: bytes) -> bool:
        at = int.from_bytes(signed[:_TIME_SIZE])
        seen.append(at)
        return verify(_cosigned(text, at), signed[_TIME_SIZE:])

    opened = open_note(note, [NoteVerifier(key.name, witness_key_id(key), holds)])
    return None if opened is None else Cosigned(opened.text, max(seen))


def _cosigned(text: bytes, at: int) -> bytes:
    """Return the message that is signed: the body of the checkpoint behind the instant."""
    return f"cosignature/v1\ntime {at}\n".encode() + text
