import io
import re

import pytest
from pypdf import PdfReader

from caseflow.paper import Blank, Boxes, Bullets, Heading, Paragraph, Pattern, Table, isolated
from tests.security.hard_words import HARD_WORDS, LONE
from tests.unit.paper.papers import arabic_letters, paper, read_back

POINTS = 72 / 25.4  # in a millimetre
WIDE, BOX = 210 * POINTS, 4 * POINTS


def drawn(made: bytes) -> list[tuple[float, ...]]:
    """Return the squares on a paper: left, top, width, height, in points."""
    found = []
    for sheet in PdfReader(io.BytesIO(made)).pages:
        content = sheet.get_contents()
        assert content is not None
        found += re.findall(rb"([-.0-9]+) ([-.0-9]+) ([-.0-9]+) ([-.0-9]+) re", content.get_data())
    return [tuple(map(float, each)) for each in found]


def lines_of(made: bytes) -> list[str]:
    return read_back(made).splitlines()


def test_german_words_stand_on_the_paper_as_they_were_written() -> None:
    told = read_back(paper(Heading("Übersicht"), Paragraph("Wer hat wofür gelesen? Straße „Süd“")))
    assert "Übersicht" in told
    assert "Wer hat wofür gelesen? Straße „Süd“" in told


def test_arabic_and_persian_words_are_read_back_letter_by_letter() -> None:
    arabic, persian = "حقوق", "خانه"
    told = read_back(paper(Paragraph(arabic), language="ar"))
    assert sorted(arabic_letters(told)) == sorted(arabic_letters(arabic))
    told = read_back(paper(Paragraph(persian), language="fa"))
    assert sorted(arabic_letters(told)) == sorted(arabic_letters(persian))


def test_an_arabic_name_leaves_the_german_around_it_in_its_order() -> None:
    name = isolated("فاطمة (1)")
    told = read_back(paper(Paragraph(f"Für {name} gilt das ab 3.4.2026.")))
    line = next(each for each in told.splitlines() if each.startswith("Für"))
    assert line.endswith("gilt das ab 3.4.2026.")
    assert "(1)" in line.replace(")1(", "(1)")


def test_each_item_of_a_list_has_a_line_of_its_own() -> None:
    told = read_back(paper(Bullets((isolated("Frauenhaus"), isolated("Beratung"))), language="ar"))
    assert sum("Frauenhaus" in line for line in told.splitlines()) == 1
    assert not any("Frauenhaus" in line and "Beratung" in line for line in told.splitlines())


@pytest.mark.parametrize(("language", "left"), [("de", True), ("ar", False)])
def test_a_box_stands_where_reading_begins_and_is_empty(language: str, *, left: bool) -> None:
    names = (isolated("Frauenhaus"), isolated("Beratung"))
    made = paper(Boxes(names), language=language)
    boxes = [each for each in drawn(made) if each[3] == pytest.approx(-BOX, abs=0.05)]
    assert len(boxes) == 2
    assert {each[0] < WIDE / 2 for each in boxes} == {left}
    assert not any("Frauenhaus" in line and "Beratung" in line for line in lines_of(made))


def test_a_pattern_is_drawn_as_it_is_and_a_blank_has_its_line() -> None:
    rows = ((True, False, True), (False, True, True), (False, False, False))
    made = paper(Pattern(rows, 30.0), Blank("Unterschrift"), Blank("Zeugin"))
    squares = [each[2:] for each in drawn(made) if each[3] == pytest.approx(-10 * POINTS, abs=0.05)]
    assert [round(wide / POINTS) for wide, _ in squares] == [10, 10, 20]
    told = read_back(made)
    assert told.index("Unterschrift") < told.index("Zeugin")
    many = paper(*(Blank("Name") for _ in range(30)), Pattern(rows, 60.0))
    assert len(PdfReader(io.BytesIO(many)).pages) == 3


def test_a_long_table_goes_on_behind_its_head_on_every_sheet() -> None:
    rows = tuple((f"{number}.", "Frauenhaus " * 9) for number in range(60))
    made = paper(Table(("Tag", "Bereich"), rows, (1, 4)))
    sheets = PdfReader(io.BytesIO(made)).pages
    assert len(sheets) > 2
    assert all("Tag" in sheet.extract_text() for sheet in sheets)
    assert sum(sheet.extract_text().count("Frauenhaus") for sheet in sheets) == 540


def test_a_head_too_long_to_be_said_again_is_said_once() -> None:
    made = paper(Table(("Kopf " * 60, "b"), tuple(("x", "y") for _ in range(80)), (1, 1)))
    assert read_back(made).count("Kopf") == 60


def test_a_word_that_is_longer_than_a_line_is_cut_and_not_lost() -> None:
    told = read_back(paper(Paragraph("x" * 300)))
    assert told.count("x") == 300


def test_a_heading_stands_on_no_sheet_alone() -> None:
    for lines in range(40, 52):
        made = paper(
            Paragraph("\n".join("abc" for _ in range(lines))), Heading("Ende"), Paragraph("f")
        )
        last = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(made)).pages]
        assert all("Ende" not in text or "f" in text.split("Ende")[1] for text in last)


def test_sheets_are_numbered() -> None:
    told = read_back(paper(Paragraph("a\n" * 100)))
    assert "1 / 3" in told
    assert "3 / 3" in told


def test_nothing_tells_who_made_it_or_at_which_hour() -> None:
    said = PdfReader(io.BytesIO(paper(Paragraph("a")))).metadata
    assert said == {"/CreationDate": "D:20261128000000Z", "/Title": "Unterlagen"}


def test_the_same_document_gives_the_same_bytes() -> None:
    pieces = (Heading("a"), Paragraph("خانه"), Table(("a",), (("b",),), (1,)))
    assert paper(*pieces) == paper(*pieces)


def test_braces_are_words_and_no_count_of_sheets() -> None:
    assert "{nb}" in read_back(paper(Paragraph("{nb}")))


@pytest.mark.parametrize("word", [*HARD_WORDS, *LONE], ids=lambda word: ascii(word[:12]))
def test_no_word_breaks_a_paper(word: str) -> None:
    word = word[:2000]
    made = paper(
        Heading(word), Paragraph(f"Name: {isolated(word)}."), Bullets((word,)),
        Table(("a", "b"), ((word, "c"),), (1, 2)),
    )  # fmt: skip
    assert read_back(made).count("Name:") == 1


def test_in_arabic_the_first_column_of_a_table_stands_on_the_right() -> None:
    table = Table(("A", "B"), (("eins", "zwei"),), (1, 1))
    for language, first in (("ar", "zwei"), ("de", "eins")):
        starts: dict[str, float] = {}

        def seen(text: str, _cm: list[float], tm: list[float], *_rest: object) -> None:
            starts.setdefault(text.strip(), tm[4])  # noqa: B023 - called before the next turn

        sheet = PdfReader(io.BytesIO(paper(table, language=language))).pages[0]
        sheet.extract_text(visitor_text=seen)
        assert min(("eins", "zwei"), key=lambda word: starts[word]) == first
