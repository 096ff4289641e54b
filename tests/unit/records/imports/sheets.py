"""Sheets as spreadsheet programs save them."""

import csv
import io
from collections.abc import Iterable, Sequence

from caseflow.records.imports.layout import Layout, read_layout
from caseflow.records.imports.read_line import Line, read_line
from caseflow.records.imports.read_sheet import Row, read_sheet
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration


def saved(
    rows: Iterable[Sequence[str]], separator: str = ";", encoding: str = "utf-8-sig"
) -> bytes:
    """Return a file as Excel saves it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def rows(data: bytes) -> tuple[Row, ...]:
    """Return the rows of a sound file."""
    found = read_sheet(data)
    assert not isinstance(found, Problem), found
    return found


def layout(*told: Sequence[str]) -> Layout:
    """Return the layout of a sheet with its marked first row."""
    found = read_layout(
        rows(saved(told)), None, configuration().catalogue, configuration().categories
    )
    assert isinstance(found, Layout), found
    return found


def line(keys: str, *cells: str) -> Line:
    """Return the one line of a sheet whose keys are parted by blanks."""
    made = layout(["#caseflow", *keys.split()], ["", *cells])
    found = read_line(made, made.rows[0], configuration().catalogue)
    assert isinstance(found, Line), found
    return found


def codes(found: object) -> set[tuple[str, str]]:
    """Return fields and codes of the problems that were found."""
    assert isinstance(found, tuple), found
    return {(problem.field, problem.code) for problem in found}
