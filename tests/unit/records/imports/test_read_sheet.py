import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.records.imports.read_sheet import escaped, read_sheet
from caseflow.vocabulary.answers import Problem
from tests.unit.records.imports.sheets import rows, saved

# Whatever people type, but for what no text file holds and what the reader calls blank.
TYPED = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), min_size=1
).filter(lambda cell: bool(cell.strip()) and escaped(cell) == cell and not cell.startswith("'"))
WINDOWS = st.text("abcÄÖÜäöüß€–„“,;\"' \t\n0123456789.", min_size=1).filter(
    lambda cell: bool(cell.strip()) and escaped(cell) == cell and not cell.startswith("'")
)
HEAD = ["#caseflow", "client_name", "concern"]


@given(st.lists(st.tuples(TYPED, TYPED, TYPED), max_size=5))
@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(";", "utf-8-sig"), (";", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-16")],
)
def test_what_excel_writes_is_read_as_it_was_typed(
    separator: str, encoding: str, told: list[tuple[str, str, str]]
) -> None:
    found = rows(saved([HEAD, *told], separator, encoding))
    assert [row.cells for row in found] == [tuple(HEAD), *told]


@given(st.lists(st.tuples(WINDOWS, WINDOWS), max_size=5))
def test_german_windows_letters_are_read(told: list[tuple[str, str]]) -> None:
    # A file of Windows begins with a letter that is no UTF-8.
    head = ("Straße", "Ort")
    found = rows(saved([head, *told], ";", "cp1252"))
    assert [row.cells for row in found] == [head, *told]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), min_size=1))
def test_an_escaped_cell_comes_back(cell: str) -> None:
    found = rows(saved([HEAD, ["x", escaped(cell)]]))
    assert found[1].cells[1] == cell
    assert not escaped(cell).startswith(("=", "+", "-", "@", "\t"))


def test_rows_keep_their_line_and_blank_ones_go() -> None:
    found = rows(b'a;b\r\n;\r\n"zwei\r\nZeilen";c\r\n\r\nd;e\r\n')
    assert [(row.number, row.cells) for row in found] == [
        (1, ("a", "b")),
        (3, ("zwei\r\nZeilen", "c")),
        (6, ("d", "e")),
    ]


def test_the_separator_may_be_named() -> None:
    found = rows(b"sep=|\r\na;b|c\r\n")
    assert [(row.number, row.cells) for row in found] == [(2, ("a;b", "c"))]


def test_a_comma_in_a_heading_is_no_separator() -> None:
    assert rows(b"Name, Vorname;Ort\n")[0].cells == ("Name, Vorname", "Ort")
    assert rows(b'"Ort; Kreis",Name\n')[0].cells == ("Ort; Kreis", "Name")
    assert rows(b"Name\n")[0].cells == ("Name",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "no_table"),
        (b"a;b\x00c", "no_table"),
        (b"\x81\x8d", "no_table"),
        (codecs.BOM_UTF16_LE + b"a", "no_table"),
        (b"", "empty_file"),
        (codecs.BOM_UTF8 + b" \r\n", "empty_file"),
        (b'a;b\nc;"d\n', "broken_quotes"),
        (b'a;b\n"c"d;e\n', "broken_quotes"),
        (b"a;" + b"x" * 200_000, "cell_too_long"),
    ],
)
def test_what_is_no_table_is_said_once(data: bytes, code: str) -> None:
    found = read_sheet(data)
    assert isinstance(found, Problem)
    assert (found.field, found.code) == ("file", code)


def test_a_broken_line_is_named() -> None:
    found = read_sheet(b'sep=;\na;b\n"c"d;e\n')
    assert isinstance(found, Problem)
    assert found.values == {"line": "3"}


@given(st.binary(max_size=300))
def test_no_file_is_too_strange(data: bytes) -> None:
    found = read_sheet(data)
    assert isinstance(found, Problem | tuple)


def test_a_quote_that_is_missing_is_looked_for_where_its_row_begins() -> None:
    found = read_sheet(b'a;b\n"c\nd";e\n;"f\ng\n')
    assert isinstance(found, Problem)
    assert (found.code, found.values) == ("broken_quotes", {"line": "4"})
