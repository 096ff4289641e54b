"""Values that stand in a column against its type, as far as each database lets them be written."""

from sqlalchemy import Column, Table
from sqlalchemy.types import LargeBinary, String

from caseflow.database.column_types import Day, Id, Ids, Instant, Parts, Words

LISTS = ("not json", "7", '{"health": "health"}', '["health", {"to_unit": 7}]')
NO_UTF8 = b"\xff\xfe"  # written as a text


def malformed(table: Table, dialect: str) -> list[tuple[str, object]]:
    """Return columns of a table, each with a value that is none of its type."""
    return [(column.key, value) for column in table.columns for value in _values(column, dialect)]


def _values(column: Column[object], dialect: str) -> tuple[object, ...]:
    kind = column.type
    if isinstance(kind, Words | Ids | Parts):
        return LISTS
    if dialect == "postgresql":
        # Everything else it refuses by itself.
        return ("infinity",) if isinstance(kind, Instant | Day) else ()
    if isinstance(kind, Id):
        return (7,)
    if isinstance(kind, LargeBinary | String):
        return (NO_UTF8,)
    return ("no such thing",)
