"""Say where the dark squares of a pattern are, those beside each other as one."""

from collections.abc import Iterator
from itertools import groupby

from caseflow.paper.pieces import Pattern


def dark_squares(pattern: Pattern) -> Iterator[tuple[int, int, int, float]]:
    """Yield line, column and length of each dark run in squares, and how wide a square is (mm)."""
    unit = pattern.size / max(len(pattern.rows), 1)
    for high, row in enumerate(pattern.rows):
        at = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                yield high, at, length, unit
            at += length
