"""Read a sheet of a workbook as Excel and others save it (.xlsx), cell by cell as text.

Of a merged cell the first one holds the text and the others are empty; of a formula its result as
it was saved is read, and nothing is calculated.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]  # it ships no types

from caseflow.records.imports.cell_text import cell_text
from caseflow.records.imports.check_package import check_package
from caseflow.records.imports.read_sheet import Row, unescaped
from caseflow.vocabulary.answers import Problem

MOST_ROWS = 50_000
MOST_CELLS = 5_000_000  # with the empty ones before the last of each row
_LAST_ROW = 1_048_576  # of any sheet; a number beyond it would only be counted up to
_VISIBLE = "visible"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as its results are read, and as its formulas are."""

    name: str
    results: Any  # worksheets of a library without types
    formulas: Any


def read_workbook(data: bytes, name: str | None = None) -> tuple[Row, ...] | Problem:
    """Return the rows of the sheet of this name, else of the first one that shows.

    Or what is wrong with the whole of it.
    """
    problem = check_package(data)
    if problem is not None:
        return problem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about pictures and colours, which nobody asks for
            return _read(data, name)
    except Exception:  # noqa: BLE001 - the library raises whatever a broken part leads it to
        return Problem("file", "broken_workbook")


def _read(data: bytes, name: str | None) -> tuple[Row, ...] | Problem:
    results, formulas = (
        load_workbook(BytesIO(data), read_only=True, data_only=only, keep_links=False).worksheets
        for only in (True, False)
    )
    names = [sheet.title for sheet in results]
    known = {"sheet": name or "", "sheets": ", ".join(names)}
    place = _first_visible(results) if name is None else _place(names, name)
    if place is None:
        return Problem("file", "no_visible_sheet" if name is None else "no_such_sheet", known)
    rows = _rows(_Sheet(names[place], results[place], formulas[place]))
    return rows or Problem("file", "empty_sheet", {**known, "sheet": names[place]})


def _first_visible(sheets: Iterable[Any]) -> int | None:
    shown = (place for place, sheet in enumerate(sheets) if sheet.sheet_state == _VISIBLE)
    return next(shown, None)


def _place(names: list[str], name: str) -> int | None:
    wanted = name.strip().casefold()
    found = (place for place, each in enumerate(names) if each.strip().casefold() == wanted)
    return next(found, None)


def _rows(sheet: _Sheet) -> tuple[Row, ...] | Problem:
    for each in (sheet.results, sheet.formulas):
        each.reset_dimensions()  # what a sheet says of its size need not be true
    rows: list[Row] = []
    number = seen = 0
    for results, formulas in zip(
        sheet.results.iter_rows(), sheet.formulas.iter_rows(), strict=True
    ):
        number, seen = number + 1, seen + len(results)
        lost = _lost(results, formulas)
        if lost is not None:
            return Problem("file", "formula_without_result", {"cell": lost, "sheet": sheet.name})
        cells = tuple(_text(cell) for cell in results)
        if any(cell.strip() for cell in cells):
            rows.append(Row(number, cells))
        if len(rows) > MOST_ROWS or seen > MOST_CELLS or number > _LAST_ROW:
            return Problem("file", "sheet_too_large", {"most": str(MOST_ROWS)})
    return tuple(rows)


def _lost(results: Iterable[Any], formulas: Iterable[Any]) -> str | None:
    """Return the place of a formula whose result nobody has saved: it would pass for empty."""
    for result, formula in zip(results, formulas, strict=True):
        # An empty text is a result too, and is told by its type alone.
        if formula.data_type == "f" and result.value is None and result.data_type == "n":
            return str(formula.coordinate)
    return None


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell of a library without types
    if cell.value is None:
        return ""
    text = cell_text(cell.value, cell.number_format)
    return unescaped(text) if isinstance(cell.value, str) else text
