"""Cut a text into what belongs together on paper, and say which font writes each part."""

import unicodedata
from collections.abc import Iterator

from caseflow.paper.fonts import FONTS, UNDRAWN, can_write

_MARKS = frozenset({"Mn", "Mc", "Me"})
_JOINING = frozenset({"AL", "R", "AN"})


def clusters(text: str) -> Iterator[str]:
    """Yield each letter with the marks and joiners that follow it."""
    cluster = ""
    for each in text:
        if cluster and not _belongs(each):
            yield cluster
            cluster = ""
        cluster += each
    if cluster:
        yield cluster


def font_runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield fonts with the text that each writes, in the order of the text.

    Signs and spaces stay with what stands before them, so that no word is torn apart.
    """
    font, run = "", ""
    for each in clusters(text):
        fitting = _font_of(each, font)
        if run and fitting != font:
            yield font, run
            run = ""
        font = fitting
        run += each
    if run:
        yield font, run


def joins(text: str) -> bool:
    """Say whether letters of a text change with those beside them: only then it must be shaped."""
    return any(map(_joins, text))


def _joins(character: str) -> bool:
    return _belongs(character) or unicodedata.bidirectional(character) in _JOINING


def _belongs(character: str) -> bool:
    return character in UNDRAWN or unicodedata.category(character) in _MARKS


def _font_of(cluster: str, before: str) -> str:
    if before and not cluster[0].isalpha() and can_write(before, cluster):
        return before
    fitting = next((font for font in FONTS if can_write(font, cluster)), None)
    # A mark that no font has together with its letter is drawn beside it, by its own code.
    return fitting or next(
        (font for font in FONTS if can_write(font, cluster[0])), next(iter(FONTS))
    )
