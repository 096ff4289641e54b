"""A table as the intake form shows it: rows of fields, with room for another one."""

from collections.abc import Callable, Mapping
from typing import Any

from caseflow.vocabulary.questions.answer_types import Part
from caseflow.vocabulary.questions.tables import MOST_ROWS
from caseflow.web.clients.answer_form import ANOTHER_ROW
from caseflow.web.clients.field_view import FieldView
from caseflow.web.clients.typed_rows import all_rows, column_names, rows_sent


def row_views(
    part: Part,
    field: str,
    typed: Mapping[str, Any],
    cell: Callable[[Part, str, str], FieldView],
) -> tuple[tuple[FieldView, ...], ...]:
    """Return the rows that hold something, and empty ones behind them: one more when asked for.

    `cell` makes a field of a column, the name of the cell, and what it holds.
    """
    told = rows_sent(part, field, typed)
    empty = len(all_rows(part, field, typed)) - len(told)
    wanted = max(1, empty + (typed.get(ANOTHER_ROW) == field))
    blank = ("",) * len(part.columns)
    rows = (told + [blank] * wanted)[: max(MOST_ROWS, len(told))]
    return tuple(
        tuple(
            cell(column, f"{field}.{number}.{column.name}", text)
            for column, text in zip(part.columns, row, strict=True)
        )
        for number, row in enumerate(rows, 1)
    )


def sent_as(part: Part, field: str) -> Mapping[str, str]:
    """Return the name that the cells of a column are sent under, by the column."""
    names = column_names(part, field)
    return {column.name: name for column, name in zip(part.columns, names, strict=True)}
