from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.encoding import canonical_row
from caseflow.database.column_types import Unreadable
from caseflow.operations.backups.row_records import BrokenRecord, read, spell

VALUES: dict[str, Any] = {
    "none": None,
    "yes": True,
    "no": False,
    "number": -12,
    "word": "Grüße",
    "raw": b"\x00\xff",
    "id": UUID(int=5),
    "at": datetime(2026, 3, 2, 9, 0, 0, 250, tzinfo=UTC),
    "day": date(2026, 3, 2),
    "words": ("b", "a"),
    "parts": ({"to": "x"}, {"to": "a"}),
}


def test_a_row_comes_back_as_it_was_spelled() -> None:
    found = read(spell("examples", VALUES))
    assert found.table == "examples"
    assert found.bound() == VALUES | {
        "words": ["a", "b"],
        "parts": [{"to": "x"}, {"to": "a"}],
    }


def test_a_record_is_the_canonical_row_that_seals_stand_on() -> None:
    plain = {name: value for name, value in VALUES.items() if not isinstance(value, tuple)}
    assert spell("examples", plain) == canonical_row("examples", plain)


@pytest.mark.parametrize(
    ("value", "again"),
    [
        (Unreadable("no id"), Unreadable("no id")),
        (Unreadable(b"\xff"), Unreadable(b"\xff")),
        (Unreadable("a\udcff"), Unreadable(b"a\xff")),
        ("a\udcff", Unreadable(b"a\xff")),
        (Unreadable(7), Unreadable("7")),
    ],
    ids=["word", "bytes", "no utf-8", "text", "number"],
)
def test_what_a_column_cannot_hold_is_kept_as_it_was_found(value: object, again: object) -> None:
    assert read(spell("examples", {"value": value})).bound() == {"value": again}


@given(st.binary(max_size=40))
def test_other_bytes_are_no_record_or_a_row(record: bytes) -> None:
    try:
        found = read(record)
    except BrokenRecord:
        return
    assert isinstance(found.table, str)


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_record_that_is_cut_short_is_none(cut: int) -> None:
    whole = spell("t", {"a": 1, "b": "two"})
    with pytest.raises(BrokenRecord):
        read(whole[:-cut] if cut < len(whole) else b"")
