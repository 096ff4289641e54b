"""Say which column answers which question: by the first row of the file, or by a mapping beside it.

The first row begins with `#caseflow`; each further cell of it is the key of its column:

    client_name                     the answer to a question of the catalogue
    residence_title.until           one part of an answer that has several
    entry:note:violence             the text of an entry: its kind, its category
    entry:note:violence:day         its day; `:title` its title; `#2` before them: a second entry
    told_on                         the day on which she told all of it
    anonymous                       x where she gives no name
    -                               left out

The first cell of each later row is for notes. Where it begins with `#`, the row is left out; in the
second row, such a one holds the headings.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caseflow.records.imports.nearest_key import known_keys, nearest_key
from caseflow.records.imports.read_sheet import Row
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.states import EntryKind

MARK = "#caseflow"
TOLD_ON, ANONYMOUS, LEFT_OUT = "told_on", "anonymous", "-"
_ENTRY = re.compile(
    r"entry:(?P<kind>[a-z_]+):(?P<category>[a-z_]+)(?P<again>#\d+)?(?::(day|title))?"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet and what it is for."""

    place: int  # of its cells in a row, from 0
    heading: str  # as whoever mends the sheet knows it
    key: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns are for, and the rows below them."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    marked: bool  # by the first row; its first column holds notes

    def column(self, key: str) -> Column | None:
        """Return the column with this key."""
        return next((each for each in self.columns if each.key == key), None)


def read_layout(
    rows: tuple[Row, ...],
    mapping: Mapping[str, str] | None,
    catalogue: Catalogue,
    categories: Collection[str],
) -> Layout | tuple[Problem, ...]:
    """Return the layout of a sheet, or everything that is wrong with it.

    A mapping goes from the headings in the first row to keys; it must name every heading.
    """
    first, rest = rows[0], rows[1:]
    marked = first.cells[0].strip().casefold() == MARK
    if not marked and mapping is None:
        return (Problem("file", "no_mapping"),)
    if marked:
        headed = bool(rest) and _is_left_out(rest[0])
        columns = _marked(first, rest[0] if headed else first)
        rest = tuple(row for row in rest if not _is_left_out(row))
    else:
        columns = _mapped(first, mapping or {})
    problems = _check(columns, catalogue, categories)
    if not problems and not rest:
        problems = (Problem("file", "no_lines"),)
    return problems or Layout(tuple(each for each in columns if each.key != LEFT_OUT), rest, marked)


def _is_left_out(row: Row) -> bool:
    return row.cells[0].lstrip().startswith("#")


def _marked(first: Row, headed: Row) -> list[Column]:
    keys = [key.strip() for key in first.cells]
    headings = (*(cell.strip() for cell in headed.cells), *("" for _ in keys))
    return [
        Column(place, headings[place] or key, key)
        for place, key in enumerate(keys)
        if place and key
    ]


def _mapped(first: Row, mapping: Mapping[str, str]) -> list[Column]:
    headings = [heading.strip() for heading in first.cells]
    return [
        Column(place, heading, mapping.get(heading, "").strip())
        for place, heading in enumerate(headings)
        if heading
    ]


def _check(
    columns: list[Column], catalogue: Catalogue, categories: Collection[str]
) -> tuple[Problem, ...]:
    known = {TOLD_ON, ANONYMOUS, *known_keys(catalogue, categories)}
    problems = [
        _unknown(each, known) for each in columns if not _known(each.key, catalogue, categories)
    ]
    kept = [each.key for each in columns if each.key != LEFT_OUT]
    twice = {key for key in kept if key and kept.count(key) > 1}
    problems += [Problem("column", "column_twice", {"column": key}) for key in sorted(twice)]
    if not kept:
        problems.append(Problem("file", "nothing_mapped"))
    return tuple(problems)


def _unknown(column: Column, known: Collection[str]) -> Problem:
    values = {"column": column.heading, "key": column.key}
    near = nearest_key(column.key or column.heading, known)
    if near is None:
        return Problem("column", "unknown_key", values)
    return Problem("column", "unknown_key_near", {**values, "near": near})


def _known(key: str, catalogue: Catalogue, categories: Collection[str]) -> bool:
    if key in {TOLD_ON, ANONYMOUS, LEFT_OUT}:
        return True
    entry = _ENTRY.fullmatch(key)
    if entry is not None:
        return entry["kind"] in set(EntryKind) and entry["category"] in categories
    name, _, part = key.partition(".")
    question = catalogue.question(name)
    return question is not None and (not part or question.type.part(part) is not None)
