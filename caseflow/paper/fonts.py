"""Know the fonts of papers: which file each is, and which characters it can write."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import fontpkg_atkinson_hyperlegible  # type: ignore[import-untyped]  # it ships no types
import fontpkg_noto_sans  # type: ignore[import-untyped]  # it ships no types
import fontpkg_noto_sans_arabic  # type: ignore[import-untyped]  # it ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types


def _file(package: object, name: str) -> Path:
    return Path(str(vars(package)["__file__"])).parent / "files" / name


# In the order in which they are asked for a character.
FONTS: Mapping[str, Path] = MappingProxyType(
    {
        "atkinson": _file(fontpkg_atkinson_hyperlegible, "AtkinsonHyperlegible-Regular.ttf"),
        "noto": _file(fontpkg_noto_sans, "NotoSans[wdth,wght].ttf"),
        "arabic": _file(fontpkg_noto_sans_arabic, "NotoSansArabic[wdth,wght].ttf"),
    }
)
BOLD: Mapping[str, Path] = MappingProxyType(
    {"atkinson": _file(fontpkg_atkinson_hyperlegible, "AtkinsonHyperlegible-Bold.ttf")}
)


@cache
def covered(font: str) -> frozenset[int]:
    """Return the characters that a font can write."""
    with TTFont(FONTS[font], lazy=True) as found:
        return frozenset(found.getBestCmap())


def can_write(font: str, text: str) -> bool:
    """Say whether a font has every character of a text; what is never drawn needs no font."""
    known = covered(font)
    return all(ord(each) in known or each in UNDRAWN for each in text)


# Joiners, marks of direction, variation selectors: they steer how others are drawn.
UNDRAWN = frozenset(
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
)
