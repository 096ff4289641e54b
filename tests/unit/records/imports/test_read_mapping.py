import pytest

from caseflow.records.imports.read_mapping import read_mapping
from caseflow.vocabulary.answers import Problem


def test_headings_go_to_keys() -> None:
    text = '[columns]\n"Name, Vorname " = "client_name"\n"Straße" = "-"\n'
    assert read_mapping(text.encode("utf-8-sig")) == {
        "Name, Vorname": "client_name",
        "Straße": "-",
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[columns", "broken_mapping"),
        (b'[columns]\n"Stra\xdfe" = "-"\n', "mapping_not_utf8"),
        (b"", "no_columns"),
        (b"[columns]\n", "no_columns"),
        (b"columns = 3", "no_columns"),
        (b"[columns]\nName = 3\n", "no_columns"),
        (b'[columns]\nName = "-"\n[more]\n', "no_columns"),
    ],
)
def test_what_is_no_mapping_is_said(data: bytes, code: str) -> None:
    found = read_mapping(data)
    assert isinstance(found, Problem)
    assert found.code == code
