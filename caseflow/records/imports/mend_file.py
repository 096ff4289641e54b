"""Write the lines that could not be imported as a file that can be mended and imported again."""

import csv
import io
from collections.abc import Iterable

from caseflow.records.imports.layout import MARK, Layout
from caseflow.records.imports.read_sheet import Row, escaped


def mend_file(layout: Layout, bad: Iterable[tuple[Row, str]]) -> bytes:
    """Return the file; the first cell of each row is the sentence that says what to mend.

    Written as Excel reads it: semicolons, UTF-8 with its mark, no cell a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([MARK, *(column.key for column in layout.columns)])
    writer.writerow(["#", *(escaped(column.heading) for column in layout.columns)])
    for row, sentence in bad:
        cells = [
            row.cells[each.place] if each.place < len(row.cells) else "" for each in layout.columns
        ]
        # Cells beyond the last column stay where they are, to be looked at.
        beyond = (
            row.cells[max(each.place for each in layout.columns) + 1 :] if layout.marked else ()
        )
        writer.writerow([escaped(_note(sentence)), *map(escaped, (*cells, *beyond))])
    return out.getvalue().encode("utf-8-sig")


def _note(sentence: str) -> str:
    """Return the sentence so that it does not take the row out of the next import."""
    return sentence.lstrip("#")
