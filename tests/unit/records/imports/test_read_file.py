from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.records.imports.check_package import OLD, PACKAGE
from caseflow.records.imports.read_file import read_file
from caseflow.records.imports.read_sheet import Row
from caseflow.vocabulary.answers import Problem
from tests.unit.records.imports.workbooks import workbook


def test_what_it_holds_says_how_it_is_read() -> None:
    told = (Row(1, ("Name", "Ort")), Row(2, ("Nazari", "Köln")))
    assert read_file(workbook(["Name", "Ort"], ["Nazari", "Köln"])) == told
    assert read_file("Name;Ort\nNazari;Köln\n".encode()) == told


def test_a_sheet_may_be_named_where_there_are_some() -> None:
    assert read_file(workbook(["a"], Zwei=["b"]), "Zwei") == (Row(1, ("b",)),)
    assert read_file(b"a;b\n", "Zwei") == Problem("file", "no_sheets")


def test_a_file_may_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module(read_file.__module__), "MOST_BYTES", 3)
    found = read_file(b"abcd")
    assert isinstance(found, Problem)
    assert found.code == "file_too_large"


@given(st.sampled_from([b"", PACKAGE, OLD]), st.binary(max_size=300))
def test_no_file_is_too_strange(begin: bytes, rest: bytes) -> None:
    assert isinstance(read_file(begin + rest), Problem | tuple)
