"""Bring postal addresses into one spelling, and find one in what somebody wrote. Pure.

Straße, Str. and strasse are one, umlauts are written out, 12 A is 12a. It is made for finding the
same address, not for printing it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SHORT = (("strasse", "str"), ("platz", "pl"))  # at the end of a word, as people shorten them
_NUMBER = re.compile(r"(\d{1,4})([a-z]?)")
_LETTER = re.compile(r"[a-z]")
_POSTAL_CODE = re.compile(r"\d{4,5}")
_BEHIND = 4  # words behind the house number, among which the postal code stands


@dataclass(frozen=True, slots=True)
class Address:
    """Street, house number and postal code in the one spelling."""

    street: str = field(repr=False)
    number: str = field(repr=False)
    postal_code: str = field(repr=False)


def read_address(street_and_number: str, postal_code: str) -> Address | None:
    """Return the address; None where it has no street, no house number or no postal code."""
    words, code = _words(street_and_number), "".join(_words(postal_code)).removeprefix("d")
    start = len(words)
    while start and (_NUMBER.fullmatch(words[start - 1]) or _LETTER.fullmatch(words[start - 1])):
        start -= 1
    numbers = [(at, _number_at(words, at)) for at in range(start, len(words))]
    found = next(((at, number) for at, number in numbers if number), None)
    if found is None or not _POSTAL_CODE.fullmatch(code):
        return None
    street = "".join(words[: found[0]])
    return Address(street, found[1], code) if street else None


def speaks_of(text: str, address: Address) -> bool:
    """Say whether a text names this address.

    Where a postal code stands behind the house number it must be the same; where none stands there,
    street and number are enough: one alarm too many costs the officer a look.
    """
    words = _words(text)
    return any(_same_place(words, at, address) for at in _numbered(words, address))


def _numbered(words: Sequence[str], address: Address) -> Iterator[int]:
    """Yield where this house number stands behind this street."""
    for at in range(1, len(words)):
        if _number_at(words, at) == address.number and _ends_with(words[:at], address.street):
            yield at


def _ends_with(words: Sequence[str], street: str) -> bool:
    """Say whether the last words, written together, are this street."""
    joined = ""
    for word in reversed(words):
        joined = word + joined
        if joined == street:
            return True
        if len(joined) >= len(street):
            return False
    return False


def _same_place(words: Sequence[str], at: int, address: Address) -> bool:
    behind = words[at + 1 : at + 1 + _BEHIND]
    codes = [
        word
        for word in behind
        if _POSTAL_CODE.fullmatch(word) and len(word) == len(address.postal_code)
    ]
    return not codes or codes[0] == address.postal_code


def _number_at(words: Sequence[str], at: int) -> str:
    """Return the house number that stands here, with its letter; empty where none does."""
    found = _NUMBER.fullmatch(words[at])
    if found is None:
        return ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    apart = behind if not found[2] and _LETTER.fullmatch(behind) else ""
    return str(int(found[1])) + found[2] + apart


def _words(text: str) -> list[str]:
    """Return the words of a text in plain small letters, streets shortened alike."""
    whole = unicodedata.normalize("NFC", text.encode(errors="replace").decode())
    plain = anyascii(whole.casefold().translate(_UMLAUTS)).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in plain)
    return [_short(word) for word in letters.split()]


def _short(word: str) -> str:
    for long, short in _SHORT:
        if word.endswith(long):
            return word.removesuffix(long) + short
    return word
