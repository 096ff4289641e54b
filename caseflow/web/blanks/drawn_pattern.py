"""Make the pattern of a text that a camera reads (QR code, ISO/IEC 18004), to be drawn on paper."""

import segno

from caseflow.paper import Pattern

_QUIET = 2  # light squares around it; white paper does the rest


def drawn_pattern(text: str, size: float) -> Pattern:
    """Return the pattern, so many millimetres wide and high."""
    code = segno.make_qr(text, error="m")
    rows = tuple(tuple(bool(each) for each in row) for row in code.matrix_iter(border=_QUIET))
    return Pattern(rows, size)
