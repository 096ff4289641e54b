from datetime import date, datetime
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook  # type: ignore[import-untyped]  # it ships no types

from caseflow.records.imports.read_sheet import Row
from caseflow.records.imports.read_workbook import read_workbook
from caseflow.vocabulary.answers import Problem
from tests.unit.records.imports.workbooks import changed, with_sheet, workbook, written

MODULE = import_module(read_workbook.__module__)
PLAIN = workbook(["a"])


def _rows(data: bytes, name: str | None = None) -> tuple[Row, ...]:
    found = read_workbook(data, name)
    assert not isinstance(found, Problem), found
    return found


def _problem(data: bytes, name: str | None = None) -> tuple[str, dict[str, str]]:
    found = read_workbook(data, name)
    assert isinstance(found, Problem), found
    return found.code, found.values


def test_cells_are_read_as_people_would_type_them() -> None:
    made = Workbook()
    made.active.append(["Öztürk, Gülşen", date(1991, 9, 14), 3.0, True, None, "'=1+1", 1067])
    made.active["G1"].number_format = "00000"
    made.active["H1"] = 44624.75  # how Excel keeps a day with a time
    made.active["H1"].number_format = "dd.mm.yyyy hh:mm"
    made.active["I1"].number_format = "0.00"  # empty, and yet there
    cells = ("Öztürk, Gülşen", "14.09.1991", "3", "yes", "", "=1+1", "01067", "04.03.2022", "")
    assert _rows(written(made))[0].cells == cells


def test_days_are_counted_from_where_the_workbook_counts() -> None:
    made = Workbook()
    made.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as old Macs did
    made.active.append([date(2022, 3, 4)])
    assert _rows(written(made))[0].cells == ("04.03.2022",)


def test_rows_keep_their_number_and_blank_ones_go() -> None:
    found = _rows(workbook(["a", "b"], [], [None, " "], ["c"]))
    assert found == (Row(1, ("a", "b")), Row(4, ("c",)))
    assert _rows(with_sheet(PLAIN, '<row r="7"><c r="B7"><v>3</v></c></row>')) == (
        Row(7, ("", "3")),
    )


def test_what_is_merged_counts_for_its_first_cell() -> None:
    made = Workbook()
    for row in (["Name", "Ort"], ["Nazari", "Köln"], ["Müller", "Bonn"]):
        made.active.append(row)
    made.active.merge_cells("B2:B3")
    assert [row.cells for row in _rows(written(made))][1:] == [("Nazari", "Köln"), ("Müller",)]


def test_the_first_sheet_that_shows_is_read_or_the_one_that_is_named() -> None:
    made = Workbook()
    made.active.title = "Alt"
    made.active.append(["old"])
    made.active.sheet_state = "hidden"
    made.create_sheet("Frauenhaus").append(["now"])
    made.create_sheet("Leer")
    data = written(made)
    assert _rows(data)[0].cells == ("now",)
    assert _rows(data, " ALT ")[0].cells == ("old",)
    sheets = "Alt, Frauenhaus, Leer"
    assert _problem(data, "Neu") == ("no_such_sheet", {"sheet": "Neu", "sheets": sheets})
    assert _problem(data, "leer") == ("empty_sheet", {"sheet": "Leer", "sheets": sheets})


def test_one_that_shows_must_be_there_unless_one_is_named() -> None:
    found = '<sheet name="Liste" sheetId="1" state="veryHidden" r:id="rId1"/>'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = f'<workbook xmlns="{space}" xmlns:r="{relations}"><sheets>{found}</sheets></workbook>'
    hidden = changed(PLAIN, {"xl/workbook.xml": book.encode()})
    assert _problem(hidden) == ("no_visible_sheet", {"sheet": "", "sheets": "Liste"})
    assert _rows(hidden, "Liste")[0].cells == ("a",)


def test_of_a_formula_the_result_that_was_saved_is_read() -> None:
    formula = "<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;B1</f><v></v></c></row>"
    assert _rows(with_sheet(PLAIN, formula))[0].cells == ("2", "")


def test_a_formula_without_a_result_does_not_pass_for_empty() -> None:
    found = _problem(workbook(["a"], ["b", "=1+1"]))
    assert found == ("formula_without_result", {"cell": "B2", "sheet": "Liste"})


@pytest.mark.parametrize(
    ("limit", "rows"),
    [
        ("MOST_ROWS", "<row><c><v>1</v></c></row>" * 4),
        ("MOST_CELLS", '<row><c r="ZZ1"/></row>'),
        ("_LAST_ROW", '<row r="99999999999"/>'),
    ],
)
def test_a_sheet_may_be_too_large(limit: str, rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, limit, 3)
    assert _problem(with_sheet(PLAIN, rows))[0] == "sheet_too_large"


def test_what_a_sheet_says_of_its_size_need_not_be_true() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    said = f'<worksheet xmlns="{space}"><dimension ref="A1:XFD1048576"/><sheetData>'
    sheet = f"{said}<row><c><v>1</v></c></row></sheetData></worksheet>"
    found = _rows(changed(PLAIN, {"xl/worksheets/sheet1.xml": sheet.encode()}))
    assert found == (Row(1, ("1",)),)


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": b"<worksheet"},
        {"xl/worksheets/sheet1.xml": b""},
        {"xl/workbook.xml": b"<workbook/>"},
        {"[Content_Types].xml": b"<Types/>"},
        {"xl/styles.xml": b"\x00"},
        {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'},
    ],
)
def test_a_broken_part_is_no_more_than_a_sentence(parts: dict[str, bytes]) -> None:
    assert _problem(changed(PLAIN, parts))[0] in {"broken_workbook", "no_visible_sheet"}


TYPED = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1).filter(
    lambda cell: bool(cell.strip()) and not cell.startswith(("'", "="))
)


@settings(max_examples=25)
@given(st.lists(st.tuples(TYPED, TYPED), min_size=1, max_size=4))
def test_texts_are_read_as_they_were_typed(told: list[tuple[str, str]]) -> None:
    assert [row.cells for row in _rows(workbook(*told))] == told
