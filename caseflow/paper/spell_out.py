"""Make everything in a text visible: a character that no font has is shown as its code."""

import re
import unicodedata
from functools import lru_cache

from caseflow.paper.fonts import FONTS, UNDRAWN, can_write

_LINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
# They turn around what others wrote behind them: on paper they are shown, and turn nothing.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")


def spell_out(text: str) -> str:
    """Return a text of which every character can be written; tabs and the like become spaces."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(map(_shown, _LINES.sub("\n", whole)))


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    if character in UNDRAWN or character == "\n":
        return character
    if character in _TURNING:
        return code_of(character)
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " " if character != "\u00a0" else character
    if any(can_write(font, character) for font in FONTS):
        return character
    return code_of(character)


def code_of(character: str) -> str:
    """Return a character as its code point, as Unicode writes it."""
    return f"[U+{ord(character):04X}]"
