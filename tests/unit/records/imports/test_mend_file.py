from hypothesis import given
from hypothesis import strategies as st

from caseflow.records.imports.layout import Layout, read_layout
from caseflow.records.imports.mend_file import mend_file
from caseflow.records.imports.read_line import Line, read_line
from tests.factories.house import configuration
from tests.unit.records.imports.sheets import layout, rows, saved

CATALOGUE = configuration().catalogue
CATEGORIES = configuration().categories
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"))


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4), CELL)
def test_a_written_line_is_the_same_line_again(told: list[tuple[str, str]], note: str) -> None:
    made = layout(
        ["#caseflow", "client_name", "concern"], *(["", "x", f"{a}.{b}"] for a, b in told)
    )
    again = read_layout(
        rows(mend_file(made, [(row, note) for row in made.rows])), None, CATALOGUE, CATEGORIES
    )
    assert isinstance(again, Layout)
    assert [_text(again, at) for at in range(len(told))] == [
        _text(made, at) for at in range(len(told))
    ]


def _text(made: Layout, at: int) -> str:
    found = read_line(made, made.rows[at], CATALOGUE)
    assert isinstance(found, Line)
    return found.text


def test_a_mapped_sheet_is_written_with_its_keys() -> None:
    sheet = rows(saved([["Nr.", "Name", "Tel."], ["1", "=A1", "+49 171"], ["2", "b"]]))
    mapping = {"Nr.": "-", "Name": "client_name", "Tel.": "safe_phone"}
    made = read_layout(sheet, mapping, CATALOGUE, CATEGORIES)
    assert isinstance(made, Layout)
    found = mend_file(made, [(row, "#Bitte ändern") for row in made.rows]).decode("utf-8-sig")
    assert found.splitlines() == [
        "#caseflow;client_name;safe_phone",
        "#;Name;Tel.",
        "Bitte ändern;'=A1;'+49 171",
        "Bitte ändern;b;",
    ]


def test_cells_beyond_the_columns_are_kept() -> None:
    made = layout(["#caseflow", "client_name"], ["", "a", "b"])
    assert b"\r\nx;a;b\r\n" in mend_file(made, [(made.rows[0], "x")])
