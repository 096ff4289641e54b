"""Sign a text so that others can check it, and open what others signed (C2SP signed-note).

A note is a text, an empty line, and one line for each signature. Ed25519 only; the cipher itself
comes in as a function. The text of a note means nothing before `open_note` has returned it.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

MAX_SIGNATURES = 16  # the least that the specification lets a reader stop at
_ED25519 = b"\x01"
_KEY_SIZE = 32
_KEY_ID_SIZE = 4
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE_LINE = re.compile(r"— ([^\s+]+) (\S+)")
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]")  # surrogates have no UTF-8


@dataclass(frozen=True, slots=True)
class NoteSigner:
    """A private key behind a function from the bytes of a text to its signature."""

    name: str
    key_id: bytes
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class NoteVerifier:
    """A public key that is trusted, behind a function that checks (text, signature)."""

    name: str
    key_id: bytes
    verify: Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """An Ed25519 public key and the name of whoever signs with it."""

    name: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A text and those of the trusted keys that signed it, at least one."""

    text: str
    signed_by: tuple[NoteVerifier, ...]


@dataclass(frozen=True, slots=True)
class _Signature:
    """One signature line as it was read: a claim, checked by nobody yet."""

    name: str
    key_id: bytes
    signature: bytes


def key_id(name: str, public_key: bytes) -> bytes:
    """Return the 4 bytes that stand for a name and its Ed25519 key in a signature line.

    Raises ValueError for a name with a space or a plus, and for a key that is not 32 bytes.
    """
    if not _NAME.fullmatch(name) or len(public_key) != _KEY_SIZE:
        raise ValueError(f"{name!r} cannot be the name of this key")
    return sha256(name.encode() + b"\n" + _ED25519 + public_key).digest()[:_KEY_ID_SIZE]


def verifier_key_text(key: VerifierKey) -> str:
    """Return a public key in one line: name, key id in hexadecimal, key in base64."""
    encoded = b64encode(_ED25519 + key.public_key).decode()
    return f"{key.name}+{key_id(key.name, key.public_key).hex()}+{encoded}"


def read_verifier_key(text: str) -> VerifierKey | None:
    """Return the public key that the line spells, or None when it spells none."""
    name, _, rest = text.partition("+")
    encoded = rest.partition("+")[2]
    try:
        key = VerifierKey(name, b64decode(encoded, validate=True)[1:])
        spelled = verifier_key_text(key)
    except ValueError:
        return None
    # Written again it must be the same: this checks the id, the kind of key and the base64 at once.
    return key if spelled == text else None


def sign_note(text: str, signer: NoteSigner) -> str:
    """Return the note of a text; raises ValueError for one that cannot stand in a note."""
    if not text.endswith("\n") or _UNPRINTABLE.search(text):
        raise ValueError("The text of a note ends in a newline and has no other control character")
    return f"{text}\n{_signature_line(text, signer)}"


def cosign_note(note: str, signer: NoteSigner) -> str:
    """Return the note with one more signature; raises ValueError where it is no note.

    Open the note first: a signature lends trust to every word of the text.
    """
    parts = _split(note)
    if parts is None:
        raise ValueError("Only a note can be cosigned")
    return note + _signature_line(parts[0], signer)


def open_note(note: str, verifiers: Iterable[NoteVerifier]) -> OpenedNote | None:
    """Return the text with the trusted keys that signed it, or None.

    None where the note is malformed, where no trusted key signed, and where one signature in the
    name of a trusted key is wrong. Signatures of unknown keys are passed over.
    """
    parts = _split(note)
    if parts is None:
        return None
    text, signatures = parts
    trusted = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    signed_by: dict[NoteVerifier, None] = {}
    for claim in signatures:
        verifier = trusted.get((claim.name, claim.key_id))
        if verifier and not verifier.verify(text.encode(), claim.signature):
            return None
        if verifier:
            signed_by[verifier] = None
    return OpenedNote(text, tuple(signed_by)) if signed_by else None


def _signature_line(text: str, signer: NoteSigner) -> str:
    """Return the line that holds the signer's signature of the text."""
    if not _NAME.fullmatch(signer.name) or len(signer.key_id) != _KEY_ID_SIZE:
        raise ValueError(f"{signer.name!r} cannot sign a note")
    signature = signer.sign(text.encode())
    return f"— {signer.name} {b64encode(signer.key_id + signature).decode()}\n"


def _split(note: str) -> tuple[str, list[_Signature]] | None:
    """Return the text of a note, its last newline included, and its signatures."""
    head, gap, tail = note.rpartition("\n\n")
    if not gap or not tail.endswith("\n") or _UNPRINTABLE.search(note):
        return None
    lines = tail[:-1].split("\n")
    signatures = [signature for line in lines if (signature := _read_signature(line))]
    if len(signatures) != len(lines) or len(lines) > MAX_SIGNATURES:
        return None
    return head + "\n", signatures


def _read_signature(line: str) -> _Signature | None:
    """Return the signature that the line claims, or None where it is no signature line."""
    match = _SIGNATURE_LINE.fullmatch(line)
    if match is None:
        return None
    name, encoded = match.groups()
    try:
        blob = b64decode(encoded, validate=True)
    except ValueError:
        return None
    canonical = b64encode(blob).decode() == encoded
    if not canonical or len(blob) <= _KEY_ID_SIZE:
        return None
    return _Signature(name, blob[:_KEY_ID_SIZE], blob[_KEY_ID_SIZE:])
