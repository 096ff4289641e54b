from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import pytest

from caseflow.records.imports.check_package import OLD, check_package
from caseflow.vocabulary.answers import Problem
from tests.unit.records.imports.workbooks import WORKBOOK, changed, workbook

SOUND = workbook(["Name"])


def _code(data: bytes) -> str | None:
    found = check_package(data)
    return None if found is None else found.code


def _encrypted() -> bytes:
    """Return a package whose parts say that they have a password."""
    data = bytearray(SOUND)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


def test_a_sound_workbook_is_taken() -> None:
    assert check_package(SOUND) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLD + "Workbook".encode("utf-16-le"), "old_workbook"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "with_password"),
        (_encrypted(), "with_password"),
        (b"PK\x03\x04 and so on", "broken_workbook"),
        (SOUND[:-30], "broken_workbook"),
        (changed(SOUND, {"xl/vbaProject.bin": b"Sub"}), "with_macros"),
    ],
)
def test_what_is_not_taken_is_named(data: bytes, code: str) -> None:
    assert _code(data) == code


def test_another_package_is_no_workbook() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("content.xml", "<office/>")
    assert _code(out.getvalue()) == "a_workbook"


def test_what_would_unpack_to_very_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module(check_package.__module__), "MOST_UNPACKED", 2**20)
    bomb = changed(SOUND, {WORKBOOK: b" " * 2**20})
    assert len(bomb) < 2**15
    assert check_package(bomb) == Problem("file", "unpacks_too_large", {"most": "1"})
