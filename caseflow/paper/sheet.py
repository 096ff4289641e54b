"""Draw lines on sheets of A4; what stands where is `caseflow.paper.make_pdf`'s."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache

from fpdf import FPDF
from fpdf.enums import TextDirection
from fpdf.fonts import TTFFont

from caseflow.paper.clusters import font_runs, joins
from caseflow.paper.directions import Run, visual_runs
from caseflow.paper.fonts import BOLD, FONTS
from caseflow.paper.pieces import Document

MARGIN = 20.0  # millimetres, like all lengths here
LINE = 210.0 - 2 * MARGIN
BOTTOM = 297.0 - MARGIN - 5
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks."""

    size: float  # points
    bold: bool = False
    grey: bool = False

    @property
    def height(self) -> float:
        """Return the height of a line."""
        return self.size * _POINT * 1.4


class Sheets:
    """The sheets of one paper, drawn from the top down."""

    def __init__(self, document: Document) -> None:
        """Begin the first sheet; who made it and when, beyond the day, stands nowhere in it."""
        self._pdf = FPDF(unit="mm", format="A4")
        self._pdf.set_creation_date(datetime.combine(document.made_on, time(), UTC))
        self._pdf.set_producer("")
        self._pdf.set_title(document.title)
        self._pdf.set_lang(document.language)
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.alias_nb_pages("")  # else `{nb}` in somebody's words would become a number
        self._pdf.set_margin(MARGIN)
        self._pdf.c_margin = 0.0
        self._pdf.add_page()
        self._loaded: set[tuple[str, bool]] = set()
        self._measured: dict[Style, Callable[[str], float]] = {}

    @property
    def left(self) -> float:
        """Return how much height is left on this sheet."""
        return BOTTOM - self._pdf.y

    def down(self, height: float) -> None:
        """Leave a space, where it is not the end of the sheet."""
        if height < self.left:
            self._pdf.y += height

    def next_sheet(self) -> None:
        """Begin the next sheet."""
        self._pdf.add_page()

    def rule(self) -> None:
        """Draw a thin line across."""
        self._pdf.set_draw_color(190)
        self._pdf.set_line_width(0.2)
        self._pdf.line(MARGIN, self._pdf.y, MARGIN + LINE, self._pdf.y)

    def box(self, start: float, size: float) -> None:
        """Draw an empty box to tick, `start` from where the line begins."""
        self._pdf.set_draw_color(0)
        self._pdf.set_line_width(0.3)
        self._pdf.rect(MARGIN + start, self._pdf.y + 0.7, size, size)

    def dark(self, start: float, below: float, wide: float, high: float) -> None:
        """Draw a dark square of a pattern, so far from where the line begins and below it."""
        self._pdf.set_fill_color(0)
        self._pdf.rect(MARGIN + start, self._pdf.y + below, wide, high, style="F")

    def measure(self, style: Style) -> Callable[[str], float]:
        """Return what says how wide a text is in a style."""
        if style not in self._measured:
            self._measured[style] = cache(lambda text: self._width(text, style))
        return self._measured[style]

    def draw(self, line: str, start: float, width: float, style: Style, *, base: bool) -> None:
        """Draw a line into a column beside the place reached; `base`: it runs rightwards."""
        runs = [
            (run, part) for run in visual_runs(line, base_rightwards=base) for part in _parts(run)
        ]
        widths = [self._set(run, font, text, style) for run, (font, text) in runs]
        top = self._pdf.y
        at = MARGIN + start + (0.0 if base else width - sum(widths))
        self._pdf.set_text_color(90 if style.grey else 0)
        for (run, (font, text)), wide in zip(runs, widths, strict=True):
            if wide > 0:
                self._set(run, font, text, style)
                self._pdf.set_xy(at, top)
                self._pdf.cell(wide, style.height, text)
            at += wide
        self._pdf.set_xy(MARGIN, top)

    def number(self) -> None:
        """Number the sheets, at the foot."""
        style, last = Style(9, grey=True), self._pdf.pages_count
        for page in range(1, last + 1):
            self._pdf.page = page
            self._pdf.current_font_is_set_on_page = False
            self._pdf.set_xy(MARGIN, BOTTOM + 5)
            shown = f"{page} / {last}"
            wide = self.measure(style)(shown)
            self.draw(shown, (LINE - wide) / 2, wide, style, base=True)

    def finished(self) -> bytes:
        """Return the bytes of the paper; the files of its fonts are closed."""
        made = bytes(self._pdf.output())
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()
        return made

    def _width(self, text: str, style: Style) -> float:
        runs = visual_runs(text, base_rightwards=True)
        return sum(self._set(run, font, part, style) for run in runs for font, part in _parts(run))

    def _set(self, run: Run, font: str, text: str, style: Style) -> float:
        """Choose the font of a part of a run, and return how wide the part is."""
        bold = style.bold and font in BOLD
        if (font, bold) not in self._loaded:
            self._loaded.add((font, bold))
            self._pdf.add_font(font, "B" if bold else "", BOLD[font] if bold else FONTS[font])
        self._pdf.set_font(font, "B" if bold else "", style.size)
        way = TextDirection.LTR if run.rightwards else TextDirection.RTL
        shaped = joins(text) or not run.rightwards  # brackets turn around with the run
        self._pdf.set_text_shaping(use_shaping_engine=shaped, direction=way)
        return float(self._pdf.get_string_width(text))


def _parts(run: Run) -> list[tuple[str, str]]:
    """Return the fonts of a run with their texts, from left to right as they are drawn."""
    parts = list(font_runs(run.text))
    return parts if run.rightwards else parts[::-1]
