"""Hide how long a text is: its length, the text, then zeros up to the next allowed length.

Allowed lengths are 64 bytes and, above, those of Padmé (Nikitin et al., "Reducing Metadata
Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019): at most 12 % more.
"""

import struct
from collections.abc import Callable

from caseflow.vocabulary.errors import BrokenKey

PREFIX = 4  # bytes of the length in front of the text
read_length = struct.Struct(">I").unpack_from
_SHORTEST = 64
_KEPT = 4096  # lengths whose packing is remembered


def padded_length(length: int) -> int:
    """Return the allowed length, in bytes, that something of this length is filled up to."""
    if length <= _SHORTEST:
        return _SHORTEST
    exponent = length.bit_length() - 1
    # The mantissa may have no more bits than the exponent; the bits below are rounded up.
    step = 1 << (exponent - exponent.bit_length())
    return -(-length // step) * step


def pad(text: str) -> bytes:
    """Return the text as UTF-8 behind its length in four bytes, filled with zeros."""
    encoded = text.encode()
    length = len(encoded)
    return PACK[length](length, encoded)


def unpad(padded: bytes) -> str:
    """Return the text; raises BrokenKey when the bytes are no padded text."""
    try:
        (length,) = read_length(padded)
        end = PREFIX + length
        if end <= len(padded):
            return padded[PREFIX:end].decode()
    except (struct.error, UnicodeDecodeError) as error:
        raise BrokenKey("A sealed text is no text.") from error
    raise BrokenKey("A sealed text is shorter than it says.")


class _Packings(dict[int, Callable[[int, bytes], bytes]]):
    """By the length of a text, what packs it behind that length and fills up with zeros.

    Lengths come again, and looking up costs half of what joining and filling by hand does.
    """

    def __missing__(self, length: int) -> Callable[[int, bytes], bytes]:
        """Make one and remember it."""
        if len(self) >= _KEPT:
            self.clear()
        room = padded_length(PREFIX + length) - PREFIX
        packing = self[length] = struct.Struct(f">I{room}s").pack
        return packing


PACK = _Packings()
