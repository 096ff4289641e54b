"""Say which workbooks are not taken, before anything in them is unpacked.

A package says how large its parts are, and no part is read beyond what it says: so a few bytes
that would unpack to very many are known for that at once.
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from caseflow.vocabulary.answers import Problem

PACKAGE, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # .xlsx and .ods; .xls, and what has a password
MOST_UNPACKED = 128 * 1024 * 1024
_WORKBOOK = "xl/workbook.xml"
_MACROS = "xl/vbaproject.bin"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1  # flag of a part of a package


def check_package(data: bytes) -> Problem | None:
    """Return why the bytes of a workbook are not taken, or None."""
    if data.startswith(OLD):
        return Problem("file", "with_password" if _LOCKED in data else "old_workbook")
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, OSError, RuntimeError, ValueError):
        return Problem("file", "broken_workbook")
    return _check_parts(parts)


def _check_parts(parts: list[ZipInfo]) -> Problem | None:
    names = {part.filename.casefold() for part in parts}
    if _WORKBOOK not in names:
        return Problem("file", "a_workbook")
    if _MACROS in names:
        return Problem("file", "with_macros")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return Problem("file", "with_password")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return Problem("file", "unpacks_too_large", {"most": str(MOST_UNPACKED // 1024 // 1024)})
    return None
