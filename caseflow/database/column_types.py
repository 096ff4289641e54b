"""The column types: instants, lists of words and ids, and texts that are sealed."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override


class Instant(TypeDecorator[datetime]):
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


class Words(TypeDecorator[tuple[str, ...]]):
    """A set of words, kept as a sorted JSON list so that its bytes are always the same."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(sorted(set(value)))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Ids(TypeDecorator[tuple[UUID, ...]]):
    """A set of ids, kept as a sorted JSON list so that its bytes are always the same."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Sequence[UUID] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(sorted({str(each) for each in value}))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[UUID, ...] | None:
        return None if value is None else tuple(UUID(each) for each in json.loads(value))


class Parts(TypeDecorator[tuple[dict[str, str], ...]]):
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
        return None if value is None else tuple(json.loads(value))


class Sealed(TypeDecorator[bytes]):
    """A sealed text: the only type a client's words may have in a table."""

    impl = LargeBinary
    cache_ok = True

    @override
    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        raise TypeError("a sealed text is never compared in the database")
