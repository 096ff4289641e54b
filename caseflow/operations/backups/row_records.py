"""Spell a row as a record of a backup, and read it again: the same bytes on both databases."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from caseflow.crypto.encoding import canonical_row
from caseflow.database.column_types import Unreadable
from caseflow.database.row_values import plain

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LENGTH = 4
_DAMAGED = "damaged"  # no list or word of ours is an object: it cannot be taken for a value


class BrokenRecord(ValueError):
    """These bytes are no record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one table; lists are lists, whatever their column makes of them."""

    table: str
    values: Mapping[str, Any]

    def bound(self) -> dict[str, Any]:
        """Return the values as they are written into a database."""
        return {name: _bindable(value) for name, value in self.values.items()}


def spell(table: str, values: Mapping[str, Any]) -> bytes:
    """Return the record of a row; what its column cannot hold is kept as it was found."""
    return canonical_row(table, {name: _told(value) for name, value in values.items()})


def read(record: bytes) -> Record:
    """Return the row of a record; raises BrokenRecord for bytes that are none."""
    try:
        pieces = list(_pieces(record))
        table, *rest = pieces
        names = [name.decode() for name in rest[::2]]
        values = [_value(tagged) for tagged in rest[1::2]]
        return Record(table.decode(), dict(zip(names, values, strict=True)))
    except (KeyError, ValueError, OverflowError) as error:
        raise BrokenRecord("this is no record of a backup") from error


def _pieces(record: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(record):
        start = at + _LENGTH
        end = start + int.from_bytes(record[at:start], "big")
        if start > len(record) or end > len(record):
            raise BrokenRecord("cut short")
        yield record[start:end]
        at = end


def _value(tagged: bytes) -> Any:  # noqa: ANN401 - whatever its letter says
    return _READERS[tagged[:1]](tagged[1:])


def _told(value: object) -> Any:  # noqa: ANN401 - a value as the canonical encoding knows it
    if isinstance(value, Unreadable):
        return _damaged(value.raw)
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return _damaged(value)
    return plain(value)


def _damaged(raw: object) -> dict[str, str]:
    if isinstance(raw, bytes):
        return {_DAMAGED: raw.hex()}
    return {_DAMAGED: str(raw).encode(errors="surrogateescape").hex(), "text": "yes"}


def _bindable(value: object) -> object:
    if not isinstance(value, dict):
        return value
    raw = bytes.fromhex(value[_DAMAGED])
    try:
        return Unreadable(raw.decode() if "text" in value else raw)
    except UnicodeDecodeError:
        return Unreadable(raw)


def _instant(text: bytes) -> datetime:
    return _EPOCH + timedelta(microseconds=int(text))


_READERS: Mapping[bytes, Callable[[bytes], Any]] = {
    b"n": lambda _: None,
    b"t": lambda text: text == b"\x01",
    b"i": int,
    b"s": bytes.decode,
    b"b": bytes,
    b"u": lambda text: UUID(bytes=text),
    b"m": _instant,
    b"d": lambda text: date.fromisoformat(text.decode()),
    b"j": json.loads,
}
