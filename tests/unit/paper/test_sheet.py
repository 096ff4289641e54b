from datetime import date

from caseflow.paper.pieces import Document
from caseflow.paper.sheet import BOTTOM, LINE, MARGIN, Sheets, Style
from tests.unit.paper.papers import read_back


def _sheets() -> Sheets:
    return Sheets(Document("Unterlagen", "de", date(2026, 11, 28), ()))


def test_larger_letters_are_wider_and_higher() -> None:
    sheets = _sheets()
    assert sheets.measure(Style(20))("abc") > sheets.measure(Style(10))("abc") > 0
    assert Style(20).height > Style(10).height
    assert sheets.finished()


def test_a_space_is_left_only_where_the_sheet_goes_on() -> None:
    sheets = _sheets()
    assert sheets.left == BOTTOM - MARGIN
    sheets.down(10)
    assert sheets.left == BOTTOM - MARGIN - 10
    sheets.down(1000)
    assert sheets.left == BOTTOM - MARGIN - 10
    sheets.next_sheet()
    assert sheets.left == BOTTOM - MARGIN


def test_what_is_drawn_is_read_back_with_its_number() -> None:
    sheets = _sheets()
    sheets.draw("Zeile", 0, LINE, Style(11), base=True)
    sheets.draw("خانه", 0, LINE, Style(11), base=False)
    sheets.rule()
    sheets.number()
    sheets.draw("\u200c", 0, LINE, Style(11), base=True)
    told = read_back(sheets.finished())
    assert "Zeile" in told
    assert "1 / 1" in told
