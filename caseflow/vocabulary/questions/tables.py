"""Read a table: rows of named columns, each cell as the kind of its column is read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.choices import read_choice, read_yes_no, read_yes_no_unknown
from caseflow.vocabulary.questions.days import read_date
from caseflow.vocabulary.questions.faults import Asked, Fault, Row, Scalar, wrong_kind
from caseflow.vocabulary.questions.places_and_tongues import read_country
from caseflow.vocabulary.questions.quantities import read_number, read_year
from caseflow.vocabulary.questions.texts import read_line

MOST_ROWS = 30
BETWEEN_CELLS = ";"  # where a row is written as one line

CELL_READERS: Mapping[Kind, Callable[[object, Asked], Scalar | Fault]] = {
    Kind.TEXT: read_line,
    Kind.REFERENCE: read_line,
    Kind.YES_NO: read_yes_no,
    Kind.YES_NO_UNKNOWN: read_yes_no_unknown,
    Kind.CHOICE: read_choice,
    Kind.COUNTRY: read_country,
    Kind.DATE: read_date,
    Kind.YEAR: read_year,
    Kind.NUMBER: read_number,
}


def read_table(value: object, asked: Asked) -> list[Row] | Fault:
    """Return the rows that hold something, in the order told.

    A row is an object by its columns, or a line with its cells in their order.
    """
    rows = value.splitlines() if isinstance(value, str) else value
    if not isinstance(rows, list):
        return wrong_kind(asked)
    if len(rows) > MOST_ROWS:
        return Fault("too_many_rows", {"most": str(MOST_ROWS)})
    read: list[Row] = []
    for number, row in enumerate(rows, 1):
        found = _read_row(_cells(row, asked.part), asked)
        if isinstance(found, Fault):
            return replace(found, at=f".{number}{found.at}")
        read.append(found)
    return [row for row in read if row]


def _cells(row: object, part: Part) -> object:
    """Return a row by its columns; cells beyond the last one have a name that none has."""
    if not isinstance(row, str):
        return row
    cells = [cell.strip() for cell in row.split(BETWEEN_CELLS)]
    beyond = [f" {cell}" for cell in cells[len(part.columns) :]]
    names = [column.name for column in part.columns] + beyond
    return dict(zip(names, cells, strict=False))


def _read_row(row: object, asked: Asked) -> Row | Fault:
    if not isinstance(row, dict):
        return wrong_kind(asked)
    known = {column.name for column in asked.part.columns}
    strange = next((name for name in row if name not in known), None)
    if strange is not None:
        return Fault("no_such_column", {"given": str(strange).strip()})
    read: dict[str, Scalar] = {}
    for column in asked.part.columns:
        found = _read_cell(row.get(column.name), replace(asked, part=column))
        if isinstance(found, Fault):
            return replace(found, at=f".{column.name}")
        if found != "":
            read[column.name] = found
    return read


def _read_cell(cell: object, asked: Asked) -> Scalar | Fault:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return ""
    return CELL_READERS[asked.part.kind](cell, asked)
