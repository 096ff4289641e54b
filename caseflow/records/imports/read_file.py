"""Read a file of clients by what it holds, whatever it is called."""

from caseflow.records.imports.check_package import OLD, PACKAGE
from caseflow.records.imports.read_sheet import Row, read_sheet
from caseflow.records.imports.read_workbook import read_workbook
from caseflow.vocabulary.answers import Problem

MOST_BYTES = 64 * 1024 * 1024


def read_file(data: bytes, sheet: str | None = None) -> tuple[Row, ...] | Problem:
    """Return the rows of a file, or what is wrong with the whole of it.

    `sheet` names one of a workbook; left out, it is the first one that shows.
    """
    if len(data) > MOST_BYTES:
        return Problem("file", "file_too_large", {"most": str(MOST_BYTES // 1024 // 1024)})
    if data.startswith((PACKAGE, OLD)):
        return read_workbook(data, sheet)
    if sheet is not None:
        return Problem("file", "no_sheets")
    return read_sheet(data)
