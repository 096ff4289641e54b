"""Read what a spreadsheet program saves as text: its letters, its separators, its quotes.

Cells are texts and nothing else: what looks like a formula is kept as it stands.
"""

import codecs
import csv
import io
import re
from dataclasses import dataclass

from caseflow.vocabulary.answers import Problem

_BYTE_ORDERS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = "\t;,"  # the first that occurs: a heading may hold a comma, and seldom a semicolon
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_NAMED = re.compile(r"sep=(.)\r?\n")  # how Excel is told the separator
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")  # what `escaped` has put in


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet that is not blank."""

    number: int  # of its first line in the file, from 1
    cells: tuple[str, ...]


def read_sheet(data: bytes) -> tuple[Row, ...] | Problem:
    """Return the rows of a text, or what is wrong with the whole of it."""
    text = _decoded(data)
    if text is None or "\x00" in text or text.startswith("%PDF"):
        return Problem("file", "no_table")
    if not text.strip():
        return Problem("file", "empty_file")
    return _rows(text)


def escaped(cell: str) -> str:
    """Return a cell so that a spreadsheet program shows it and does not calculate it."""
    return f"'{cell}" if re.match(r"'*[=+\-@\t\r]", cell) else cell


def unescaped(cell: str) -> str:
    """Return a cell without what `escaped` has put before it."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def _decoded(data: bytes) -> str | None:
    """Return the text of UTF-8, of UTF-16 with its mark, or else of German Windows."""
    encodings = ("utf-16",) if data.startswith(_BYTE_ORDERS) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str) -> tuple[Row, ...] | Problem:
    named = _NAMED.match(text)
    separator = named[1] if named else _separator(text)
    skipped = 1 if named else 0
    reader = csv.reader(
        io.StringIO(text[named.end() :] if named else text, newline=""),
        delimiter=separator,
        strict=True,
    )
    rows: list[Row] = []
    begin = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(begin, tuple(unescaped(cell) for cell in cells)))
            begin = skipped + 1 + reader.line_num
    except csv.Error as error:
        long = "field limit" in str(error)
        return Problem("file", "cell_too_long" if long else "broken_quotes", {"line": str(begin)})
    return tuple(rows)


def _separator(text: str) -> str:
    first = _QUOTED.sub("", text.lstrip("\r\n")).partition("\n")[0]
    return next((each for each in _SEPARATORS if each in first), ";")
