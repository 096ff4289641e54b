"""The column types: ids, days, instants, lists of words and ids, and sealed texts.

Whoever can write to the database can put a value there that no column of ours can hold. It is
loaded as a marker that no seal covers, so that its row is found out like any other forged one,
and nobody's page breaks on it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Date, DateTime, Dialect, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

T = TypeVar("T")

_IDS_AT_HAND = 64  # those that come again in the next rows, not those of another day


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value that its column cannot hold, as the driver gave it, so that its row can be named.

    It holds nothing and is like nothing: whoever looks into it before the seal finds nobody there.
    """

    raw: object

    def __iter__(self) -> Iterator[Any]:
        """Yield nothing."""
        return iter(())

    @override
    def __str__(self) -> str:
        return "unreadable"


def unreadable(value: object) -> bool:
    """Say whether a value is one that could not be read."""
    return isinstance(value, Unreadable)


class Guarded(TypeDecorator[T]):
    """A type that loads what it cannot read as a marker, and writes the marker as it was."""

    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        process = super().result_processor(dialect, coltype)
        if process is None:
            return None

        def guarded(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the database
            try:
                return process(value)
            except Exception:  # noqa: BLE001 - whatever is wrong with it, it cannot be read
                return Unreadable(value)

        return guarded

    @override
    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        process = super().bind_processor(dialect)
        if process is None:
            return None
        return lambda value: value.raw if isinstance(value, Unreadable) else process(value)


class Id(Guarded[UUID]):
    """An id; on SQLite a text, in which anything can stand."""

    impl = Uuid
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        process = super().result_processor(dialect, coltype)
        # The rows of one client name the same client, drawers and people over and over.
        return None if process is None else lru_cache(maxsize=_IDS_AT_HAND)(process)


class Day(Guarded[date]):
    """A day; on SQLite a text, in which anything can stand."""

    impl = Date
    cache_ok = True


class Instant(Guarded[datetime]):
    """An instant in UTC with microseconds, the same on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(Guarded[tuple[str, ...]]):
    """A set of words, kept as a sorted JSON list so that its bytes are always the same."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(sorted(set(value)))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(_listed(value, str))


class Ids(Guarded[tuple[UUID, ...]]):
    """A set of ids, kept as a sorted JSON list so that its bytes are always the same."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Sequence[UUID] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(sorted({str(each) for each in value}))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[UUID, ...] | None:
        return None if value is None else tuple(UUID(each) for each in _listed(value, str))


class Parts(Guarded[tuple[dict[str, str], ...]]):
    """A list of small records of plain words, kept as canonical JSON in their order."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(
        self, value: Sequence[dict[str, str]] | None, dialect: Dialect
    ) -> str | None:
        return None if value is None else json.dumps(list(value), sort_keys=True)

    @override
    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[dict[str, str], ...] | None:
        return None if value is None else tuple(_listed(value, dict))


class Sealed(TypeDecorator[bytes]):
    """A sealed text: the only type a client's words may have in a table."""

    impl = LargeBinary
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        # Both drivers give bytes as they are. A page reads thousands of them, and the usual way
        # makes three calls of each.
        return _bytes

    @override
    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        raise TypeError("a sealed text is never compared in the database")


def _bytes(value: object) -> bytes | None:
    # What is no bytes at all does not open either, and is named as damaged.
    return value if value is None or isinstance(value, bytes) else b""


def _listed(text: str, kind: type[T]) -> list[T]:
    """Return a JSON list of one kind of things; raises ValueError for anything else."""
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(each, kind) for each in found):
        raise ValueError("this is no such list")
    return cast("list[T]", found)
