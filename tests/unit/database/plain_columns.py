"""What stands in a table for everybody who holds the file to read."""

from types import ModuleType
from typing import cast

from sqlalchemy import Table, inspect

from caseflow.database.base import Base
from caseflow.database.column_types import Sealed


def plain_columns(module: ModuleType) -> dict[str, set[str]]:
    """Return, for each table of a module, its columns that are no sealed text."""
    tables = [
        found
        for found in vars(module).values()
        if isinstance(found, type)
        and issubclass(found, Base)
        and found.__module__ == module.__name__
        and not found.__dict__.get("__abstract__", False)
    ]
    return {
        cast("Table", inspect(found).local_table).name: {
            column.name
            for column in cast("Table", inspect(found).local_table).columns
            if not isinstance(column.type, Sealed)
        }
        for found in tables
    }
