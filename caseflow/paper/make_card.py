"""Draw a client's card, to be cut out and kept in a purse: her code, and nothing else."""

from datetime import UTC, date, datetime, time

from fpdf import FPDF

from caseflow.paper.dark_squares import dark_squares
from caseflow.paper.fonts import BOLD
from caseflow.paper.pieces import Pattern

WIDE, HIGH = 85.6, 54.0  # millimetres, ISO/IEC 7810 ID-1
_EDGE = 6.0
_FONT = "atkinson"
_LARGEST = 15.0  # points


def make_card(code: str, pattern: Pattern, made_on: date) -> bytes:
    """Return the card as PDF; who made it stands nowhere in it, nor what it is for."""
    pdf = FPDF(unit="mm", format=(WIDE, HIGH))
    pdf.set_creation_date(datetime.combine(made_on, time(), UTC))
    pdf.set_producer("")
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.c_margin = 0.0
    pdf.add_page()
    pdf.set_fill_color(0)
    left, top = (WIDE - pattern.size) / 2, _EDGE / 2
    for high, wide, length, unit in dark_squares(pattern):
        pdf.rect(left + wide * unit, top + high * unit, length * unit, unit, style="F")
    pdf.add_font(_FONT, "B", BOLD[_FONT])
    pdf.set_font(_FONT, "B", _LARGEST)
    room = WIDE - 2 * _EDGE
    pdf.set_font_size(_LARGEST * min(1.0, room / pdf.get_string_width(code)))
    pdf.set_xy(_EDGE, top + pattern.size)
    pdf.cell(room, HIGH - top - pattern.size - 1.0, code, align="C")
    return bytes(pdf.output())
