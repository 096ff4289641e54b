import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.encoding import Value, canonical_row, parts, row_digest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
VALUES = (
    JSON
    | st.binary()
    | st.uuids()
    | st.dates()
    | st.datetimes(timezones=st.just(UTC))
    | st.integers()
)
ROWS = st.dictionaries(st.text(), VALUES)


class Colour(StrEnum):
    RED = "red"


def shown(value: object) -> str:
    # True and 1, 1 and 1.0 are equal in Python and must differ in a row.
    if isinstance(value, dict):
        return f"dict {sorted((key, shown(inner)) for key, inner in value.items())}"
    if isinstance(value, list):
        return f"list {[shown(inner) for inner in value]}"
    return f"{type(value).__name__} {value!r}"


def test_parts_are_length_and_content() -> None:
    assert parts(b"ab", b"") == bytes.fromhex("00000002616200000000")
    assert parts() == b""


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_different_parts_are_different_bytes(first: list[bytes], second: list[bytes]) -> None:
    assert (parts(*first) == parts(*second)) == (first == second)


@given(ROWS, ROWS)
def test_different_rows_are_different_bytes(
    first: dict[str, Value], second: dict[str, Value]
) -> None:
    same = canonical_row("t", first) == canonical_row("t", second)
    assert same == (shown(first) == shown(second))


@given(ROWS)
def test_the_order_of_columns_does_not_matter(row: dict[str, Value]) -> None:
    assert canonical_row("t", dict(reversed(row.items()))) == canonical_row("t", row)


@given(ROWS)
def test_the_table_matters(row: dict[str, Value]) -> None:
    assert canonical_row("consents", row) != canonical_row("cases", row)


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, b"n"),
        (True, b"t\x01"),
        (False, b"t\x00"),
        (-7, b"i-7"),
        ("é", b"s\xc3\xa9"),
        (Colour.RED, b"sred"),
        (b"\x00", b"b\x00"),
        (UUID(int=1), b"u" + bytes(15) + b"\x01"),
        (datetime(1970, 1, 1, 0, 0, 1, 2, tzinfo=UTC), b"m1000002"),
        (datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), b"m-1"),
        (datetime.max.replace(tzinfo=UTC), b"m253402300799999999"),
        (date(2024, 2, 29), b"d2024-02-29"),
        ({"b": [1, None], "a": "ü"}, 'j{"a":"ü","b":[1,null]}'.encode()),
    ],
)
def test_each_kind_of_value_has_its_tag(value: Value, encoded: bytes) -> None:
    assert canonical_row("t", {"c": value}) == parts(b"t", b"c", encoded)


def test_an_instant_is_the_same_in_every_zone() -> None:
    utc = datetime(2025, 1, 2, 12, tzinfo=UTC)
    berlin = utc.astimezone(timezone(timedelta(hours=1)))
    assert canonical_row("t", {"at": utc}) == canonical_row("t", {"at": berlin})


def test_an_instant_without_zone_is_refused() -> None:
    naive = datetime(2025, 1, 2, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        canonical_row("t", {"at": naive})


@pytest.mark.parametrize("value", [1.5, object(), [b"bytes"], {"at": UUID(int=1)}])
def test_a_value_of_another_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot hold a"):
        canonical_row("t", {"c": value})  # type: ignore[dict-item] # the point of the test


def test_a_list_that_came_back_from_the_database_is_the_same() -> None:
    value: Value = {"z": [1, "ä"], "a": {"n": None, "b": True}}
    assert canonical_row("t", {"c": json.loads(json.dumps(value))}) == canonical_row(
        "t", {"c": value}
    )


def test_the_digest_is_labelled_sha256_of_the_row() -> None:
    encoded = bytes.fromhex("00000015") + b"caseflow row digest 1" + canonical_row("t", {"c": 1})
    assert row_digest("t", {"c": 1}) == hashlib.sha256(encoded).digest()
