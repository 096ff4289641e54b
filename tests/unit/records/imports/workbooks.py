"""Workbooks as spreadsheet programs save them, and as whoever wishes us ill would make them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook  # type: ignore[import-untyped]  # it ships no types

WORKBOOK = "xl/workbook.xml"


def workbook(*told: Sequence[object], title: str = "Liste", **more: Sequence[object]) -> bytes:
    """Return a workbook with these rows on its first sheet; further sheets have one row each."""
    made = Workbook()
    made.active.title = title
    for row in told:
        made.active.append(row)
    for name, row in more.items():
        made.create_sheet(name).append(row)
    return written(made)


def written(made: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook with these parts in place of its own, or beside them."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, part in {**kept, **parts}.items():
            new.writestr(name, part)
    return out.getvalue()


def with_sheet(data: bytes, rows: str) -> bytes:
    """Return a workbook whose first sheet holds these rows, as XML spells them."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return changed(data, {"xl/worksheets/sheet1.xml": sheet.encode()})
