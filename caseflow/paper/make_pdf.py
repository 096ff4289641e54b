"""Lay a document out on sheets, and return them as PDF; the same document gives the same bytes."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from caseflow.paper.break_lines import break_lines
from caseflow.paper.dark_squares import dark_squares
from caseflow.paper.directions import language_rightwards, rightwards
from caseflow.paper.pieces import (
    Blank,
    Boxes,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Pattern,
    Piece,
    Table,
)
from caseflow.paper.sheet import LINE, Sheets, Style
from caseflow.paper.spell_out import spell_out

_TEXT, _QUIET = Style(11), Style(9.5, grey=True)
_HEADINGS = (Style(18, bold=True), Style(13, bold=True), Style(11, bold=True))
_CELL, _HEAD = Style(9.5), Style(9.5, bold=True)
_INDENT = 6.0
_GAP = 3.0  # between columns
_MARK = "•"
_BOX = 4.0  # a pen must hit it
_TO_WRITE = 11.0  # above a line to write on
_SHORT = 200  # letters; a longer head is not said again on every sheet
_LEAST = 14.0  # a heading stands on no sheet without a line below it


def make_pdf(document: Document) -> bytes:
    """Return the paper."""
    sheets = Sheets(document)
    page = _Page(sheets, base=language_rightwards(document.language))
    for piece in document.pieces:
        _place(page, piece)
    sheets.number()
    return sheets.finished()


def _place(page: "_Page", piece: Piece) -> None:
    match piece:
        case Heading():
            page.heading(piece)
        case Paragraph():
            page.paragraph(piece)
        case Bullets():
            page.bullets(piece)
        case Table():
            page.table(piece)
        case _:
            _place_by_hand(page, piece)


def _place_by_hand(page: "_Page", piece: Boxes | Pattern | Blank) -> None:
    """Place what somebody fills in, or holds before a camera."""
    match piece:
        case Boxes():
            page.boxes(piece)
        case Pattern():
            page.pattern(piece)
        case Blank():
            page.blank(piece)


class _Page:
    """Where the pieces of one document go."""

    def __init__(self, sheets: Sheets, *, base: bool) -> None:
        self._sheets = sheets
        self._base = base

    def heading(self, piece: Heading) -> None:
        style = _HEADINGS[min(max(piece.level, 1), len(_HEADINGS)) - 1]
        if self._sheets.left < style.height + _LEAST:
            self._sheets.next_sheet()
        self._sheets.down(style.height * 0.5)
        self._lines(piece.text, style)
        self._sheets.down(style.height * 0.2)

    def paragraph(self, piece: Paragraph) -> None:
        self._lines(piece.text, _QUIET if piece.quiet else _TEXT)
        self._sheets.down(2.0)

    def bullets(self, piece: Bullets) -> None:
        for item in piece.items:
            self._item(item, self._dot)
        self._sheets.down(2.0)

    def boxes(self, piece: Boxes) -> None:
        for item in piece.items:
            self._item(item, self._box)
            self._sheets.down(1.2)
        self._sheets.down(2.0)

    def pattern(self, piece: Pattern) -> None:
        if self._sheets.left < piece.size:
            self._sheets.next_sheet()
        start = 0.0 if self._base else LINE - piece.size
        for high, wide, length, unit in dark_squares(piece):
            self._sheets.dark(start + wide * unit, high * unit, length * unit, unit)
        self._sheets.down(piece.size + 2.0)

    def blank(self, piece: Blank) -> None:
        if self._sheets.left < _TO_WRITE + _QUIET.height:
            self._sheets.next_sheet()
        self._sheets.down(_TO_WRITE)
        self._sheets.rule()
        self._sheets.down(0.6)
        self._lines(piece.label, _QUIET)

    def table(self, piece: Table) -> None:
        columns = _columns(piece.widths, base=self._base)
        self._row(piece.head, columns, _HEAD, None)
        for row in piece.rows:
            self._row(row, columns, _CELL, piece.head)
        self._sheets.down(3.0)

    def _item(self, item: str, mark: Callable[[], None]) -> None:
        for number, line in enumerate(self._broken(item, LINE - _INDENT, _TEXT)):
            self._room(_TEXT)
            if number == 0:
                mark()
            start = _INDENT if self._base else 0.0
            self._sheets.draw(line, start, LINE - _INDENT, _TEXT, base=self._base)
            self._sheets.down(_TEXT.height)

    def _dot(self) -> None:
        start = 0.0 if self._base else LINE - _INDENT
        self._sheets.draw(_MARK, start, _INDENT, _TEXT, base=self._base)

    def _box(self) -> None:
        self._sheets.box(0.0 if self._base else LINE - _BOX, _BOX)

    def _row(
        self,
        cells: Sequence[str],
        columns: Sequence[tuple[float, float]],
        style: Style,
        head: Sequence[str] | None,
    ) -> None:
        """Draw a row; one that is longer than the sheet goes on behind the head of the next."""
        broken = [
            self._broken(cell, wide, style) for cell, (_, wide) in zip(cells, columns, strict=True)
        ]
        ways = [rightwards(cell, otherwise=self._base) for cell in cells]
        for parts in zip_longest(*broken, fillvalue=""):
            if self._sheets.left < style.height * 2:
                self._sheets.next_sheet()
                if head is not None and sum(map(len, head)) <= _SHORT:
                    self._row(head, columns, _HEAD, None)
            for part, (start, wide), way in zip(parts, columns, ways, strict=True):
                self._sheets.draw(part, start, wide, style, base=way)
            self._sheets.down(style.height)
        self._sheets.down(0.8)
        self._sheets.rule()
        self._sheets.down(0.8)

    def _lines(self, text: str, style: Style) -> None:
        way = rightwards(text, otherwise=self._base)
        for line in self._broken(text, LINE, style):
            self._room(style)
            self._sheets.draw(line, 0.0, LINE, style, base=way)
            self._sheets.down(style.height)

    def _broken(self, text: str, width: float, style: Style) -> list[str]:
        return break_lines(spell_out(text), width, self._sheets.measure(style))

    def _room(self, style: Style) -> None:
        if self._sheets.left < style.height:
            self._sheets.next_sheet()


def _columns(shares: Sequence[int], *, base: bool) -> list[tuple[float, float]]:
    """Return where each column begins and how wide it is, the first one where reading begins."""
    room = LINE - _GAP * (len(shares) - 1)
    widths = [room * share / sum(shares) for share in shares]
    starts = [sum(widths[:number]) + _GAP * number for number in range(len(widths))]
    if not base:
        starts = [LINE - start - wide for start, wide in zip(starts, widths, strict=True)]
    return list(zip(starts, widths, strict=True))
