"""Hide how long a text is: its length, the text, then zeros up to the next allowed length.

Allowed lengths are 64 bytes and, above, those of Padmé (Nikitin et al., "Reducing Metadata
Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019): at most 12 % more.
"""

from caseflow.vocabulary.errors import BrokenKey

_SHORTEST = 64
_PREFIX = 4


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
    filled = length.to_bytes(_PREFIX, "big") + encoded
    return filled.ljust(padded_length(_PREFIX + length), b"\0")


def unpad(padded: bytes) -> str:
    """Return the text; raises BrokenKey when the bytes are no padded text."""
    end = _PREFIX + int.from_bytes(padded[:_PREFIX], "big")
    if not _PREFIX <= end <= len(padded):
        raise BrokenKey("A sealed text is shorter than it says.")
    try:
        return padded[_PREFIX:end].decode()
    except UnicodeDecodeError as error:
        raise BrokenKey("A sealed text is not written in UTF-8.") from error
