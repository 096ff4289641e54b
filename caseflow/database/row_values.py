"""Read the values of a row as its seal and its digest cover them."""

from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from caseflow.crypto.encoding import Value
from caseflow.database.base import Base, SealedRow
from caseflow.database.column_types import unreadable


def table_name(row: Base | SealedRow) -> str:
    """Return the name of the table that a row belongs to."""
    return str(cast("Base", row).__tablename__)


def row_id(row: Base | SealedRow) -> UUID:
    """Return the id of a row; every sealed row has one."""
    found: UUID = mapper_of(row).primary_key_from_instance(row)[-1]
    return found


def all_values(row: Base | SealedRow) -> dict[str, Value]:
    """Return all values of a row, by column; without those that a later release left empty."""
    values = {name: plain(getattr(row, name)) for name in column_names(type(row))}
    return told(row, values)


def covered_values(row: SealedRow) -> dict[str, Value]:
    """Return the values of a row that its seal covers, by column."""
    values = {name: plain(getattr(row, name)) for name in _covered_names(type(row))}
    return told(row, values)


def readable(row: Base | SealedRow) -> bool:
    """Say whether every value of a row could be read as its column's type."""
    return not any(map(unreadable, all_values(row).values()))


@cache
def column_names(table: type[Base | SealedRow]) -> tuple[str, ...]:
    """Return the names of a table's columns; looked up once, for every row asks."""
    return tuple(each.key for each in cast("Mapper[Any]", inspect(table)).column_attrs)


@cache
def _covered_names(table: type[SealedRow]) -> tuple[str, ...]:
    return tuple(name for name in column_names(table) if name not in table.uncovered)


def told(row: Base | SealedRow, values: dict[str, Value]) -> dict[str, Value]:
    """Return the values without those that a later release added and left empty."""
    for name in cast("Base", row).later:
        if name in values and values[name] is None:
            del values[name]
    return values


def mapper_of(row: Base | SealedRow) -> Mapper[Any]:
    """Return the mapper of a row's table."""
    return cast("Mapper[Any]", inspect(type(row)))


def plain(value: object) -> Value:
    """Return a value as the canonical encoding knows it; sets become sorted lists."""
    if not isinstance(value, tuple | list):
        return cast("Value", value)
    items = [str(each) if isinstance(each, UUID) else each for each in value]
    if any(isinstance(each, dict) for each in items):
        return items
    return sorted(set(items))
