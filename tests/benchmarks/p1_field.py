"""P1: one field sealed and opened, against bare AES-256-GCM, in time of one core.

The twin takes and gives the same text, with the same associated data, one cipher object for all
and a random nonce each time. What it leaves out is what a field has besides: its place put
together from row and column, its length hidden, its header written and checked.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from os import urandom
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from caseflow.crypto.ciphers import NONCE_LENGTH, Cipher, new_key
from caseflow.crypto.encoding import NAMED, parts
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.vocabulary.ids import new_id
from tests.benchmarks.line import Figures, Line
from tests.benchmarks.measure import compare

SIZES = {"200 B": 200, "2 KB": 2000}
PAIRS = 500  # of sealing and opening in one call of the measure
COLUMN = "text"
WORDS = "Sie kam heute ohne Termin, wir haben in Ruhe gesprochen. "


def run(_folder: Path) -> Iterator[Line]:
    """Yield a line for each size."""
    key, installation, drawer, row = new_key(), new_id(), new_id(), new_id()
    fields = FieldsOfDrawer(Cipher(key), 1, installation, drawer).row("entries", row, 1)
    bare = Bare(key, _place(Cipher(key), installation.bytes, drawer.bytes, row.bytes))
    for name, size in SIZES.items():
        text = (WORDS * size)[:size]
        assert fields.open(COLUMN, fields.seal(COLUMN, text)) == bare.open(bare.seal(text)) == text
        found = compare(
            partial(_ours, fields.seal, fields.open, text),
            partial(_others, bare.seal, bare.open, text),
            clock=time.process_time,
        )
        yield Line(
            "P1",
            f"one field of {name}, sealed and opened",
            "bare AES-256-GCM",
            "1.5x",
            Figures(
                f"{found.ratio:.2f}x",
                f"{found.ours_ms / PAIRS * 1000:.2f} us",
                f"{found.twin_ms / PAIRS * 1000:.2f} us",
            ),
        )


class Bare:
    """AES-256-GCM as the library gives it, from text to bytes and back."""

    def __init__(self, key: bytes, associated: bytes) -> None:
        self._aead = AESGCM(key)
        self._associated = associated

    def seal(self, text: str) -> bytes:
        """Return nonce, ciphertext and tag."""
        nonce = urandom(NONCE_LENGTH)
        return nonce + self._aead.encrypt(nonce, text.encode(), self._associated)

    def open(self, sealed: bytes) -> str:
        """Return the text."""
        nonce, ciphertext = sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:]
        return self._aead.decrypt(nonce, ciphertext, self._associated).decode()


def _place(cipher: Cipher, installation: bytes, drawer: bytes, row: bytes) -> bytes:
    """Return associated data of the same length as a field has, and made of the same parts."""
    header = b"\x01" + (1).to_bytes(4, "big")
    drawers = parts(b"caseflow field 1", header, installation, drawer, cipher.key_id)
    return drawers + NAMED["entries"] + parts(row) + NAMED[COLUMN] + parts((1).to_bytes(8, "big"))


def _ours(
    seal: Callable[[str, str], bytes], opening: Callable[[str, bytes], str], text: str
) -> None:
    for _ in range(PAIRS):
        opening(COLUMN, seal(COLUMN, text))


def _others(seal: Callable[[str], bytes], opening: Callable[[bytes], str], text: str) -> None:
    for _ in range(PAIRS):
        opening(seal(text))
