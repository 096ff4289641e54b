"""Turn the rows of a table into the fields of a form and back: each column comes as a list.

A form without programs sends one text for each cell, in the order of the rows; so the texts of one
column share a name, and the first of each belong to the first row.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from caseflow.vocabulary.questions.answer_types import Part

Texts = dict[str, str | list[str]]


def column_names(part: Part, field: str) -> list[str]:
    """Return the names of the fields of the columns, in their order."""
    return [f"{field}.{column.name}" for column in part.columns]


def typed_rows(
    part: Part, field: str, rows: Sequence[object], write: Callable[[Part, Any], str]
) -> Texts:
    """Return the fields that hold these rows; a line of an older list goes into the first cell."""
    named = [row if isinstance(row, Mapping) else {part.columns[0].name: row} for row in rows]
    return {
        name: [write(column, row[column.name]) if column.name in row else "" for row in named]
        for name, column in zip(column_names(part, field), part.columns, strict=True)
    }


def rows_sent(part: Part, field: str, typed: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the rows that hold something, cell by cell."""
    rows = all_rows(part, field, typed)
    return [row for row in rows if any(cell.strip() for cell in row)]


def all_rows(part: Part, field: str, typed: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the rows as they stand on the screen, empty ones too."""
    columns = [_texts(typed.get(name, ())) for name in column_names(part, field)]
    return list(zip_longest(*columns, fillvalue=""))


def held_rows(part: Part, field: str, typed: Mapping[str, Any]) -> Texts:
    """Return the fields of the rows that hold something, as they are compared and kept."""
    rows = [[cell.strip() for cell in row] for row in rows_sent(part, field, typed)]
    names = column_names(part, field)
    return {name: list(cells) for name, cells in zip(names, zip(*rows, strict=True), strict=False)}


def rows_told(part: Part, field: str, held: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return rows as the rooms read them; a row has the number that it has on the screen."""
    names = [column.name for column in part.columns]
    return [dict(zip(names, row, strict=True)) for row in rows_sent(part, field, held)]


def _texts(found: object) -> list[str]:
    """Return the texts of one column: a form of one row may bring a single one."""
    return [str(found)] if isinstance(found, str) else [str(each) for each in found]  # type: ignore[attr-defined]  # a list of a form
