"""Put values into bytes in one unambiguous way, for associated data, seals and digests.

Every part carries its length, so that no two different lists of parts give the same bytes
(NIST SP 800-185 calls this an injective encoding).
"""

import hashlib
import json
import struct
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias, cast
from uuid import UUID

# Fractions of binary numbers are left out: two languages print them differently.
Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Value: TypeAlias = "Json | bytes | UUID | datetime | date"

_DIGEST_LABEL = b"caseflow row digest 1"
_LENGTH = struct.Struct(">I").pack
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def parts(*pieces: bytes) -> bytes:
    """Join the pieces, each behind its length in four bytes, most significant first."""
    return b"".join([_LENGTH(len(piece)) + piece for piece in pieces])


def canonical_row(table: str, values: Mapping[str, Value]) -> bytes:
    """Return the one encoding of a row, columns by name; seal and digest both stand on it.

    Raises TypeError for a value of another type and ValueError for an instant without a zone.
    """
    pieces = [NAMED[table]]
    for column in sorted(values):
        value = _tagged(values[column])
        pieces += (NAMED[column], _LENGTH(len(value)), value)
    return b"".join(pieces)


class _Names(dict[str, bytes]):
    """The parts that names are: tables and columns are few and come again in every row."""

    def __missing__(self, name: str) -> bytes:
        """Make one and remember it."""
        part = self[name] = parts(name.encode())
        return part


NAMED = _Names()


def row_digest(table: str, values: Mapping[str, Value]) -> bytes:
    """Return the SHA-256 digest by which the log names the content of a row."""
    return hashlib.sha256(parts(_DIGEST_LABEL) + canonical_row(table, values)).digest()


def _tagged(value: Value) -> bytes:
    tag_and_encode = _ENCODINGS.get(type(value)) or _encoding_of_base(value)
    tag, encode = tag_and_encode
    return tag + encode(value)


def _encoding_of_base(value: Value) -> tuple[bytes, Callable[[Value], bytes]]:
    # An enum member is a string of its own type; bool is asked before int, datetime before date.
    for base, encoding in _ENCODINGS.items():
        if isinstance(value, base):
            return encoding
    raise TypeError(f"A sealed row cannot hold a {type(value).__name__}.")


def _instant(value: Value) -> bytes:
    instant = cast("datetime", value)
    if instant.tzinfo is None:
        raise ValueError("A sealed row cannot hold an instant without its time zone.")
    return b"%d" % ((instant - _EPOCH) // _MICROSECOND)


def _refused(value: object) -> str:
    raise TypeError(f"A list in a sealed row cannot hold a {type(value).__name__}.")


# Made once: json.dumps would make a new one for every value.
_JSON = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_refused
)


def _json(value: Value) -> bytes:
    return _JSON.encode(value).encode()


_ENCODINGS: dict[type, tuple[bytes, Callable[[Value], bytes]]] = {
    type(None): (b"n", lambda _: b""),
    bool: (b"t", lambda value: b"\x01" if value else b"\x00"),
    int: (b"i", lambda value: b"%d" % cast("int", value)),
    str: (b"s", lambda value: cast("str", value).encode()),
    bytes: (b"b", lambda value: cast("bytes", value)),
    UUID: (b"u", lambda value: cast("UUID", value).bytes),
    datetime: (b"m", _instant),
    date: (b"d", lambda value: cast("date", value).isoformat().encode()),
    list: (b"j", _json),
    dict: (b"j", _json),
}
