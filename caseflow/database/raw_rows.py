"""Fetch many rows as bare tuples, as fast as the driver gives them."""

import sqlite3
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Executable

Raw: TypeAlias = tuple[Any, ...]


def raw_rows(
    connection: Connection, wanted: Executable, values: Mapping[str, Any] | None = None
) -> list[Raw]:
    """Return the rows of a selection, no value of them made into anything by a column's type.

    `values` are those of its bound parameters.
    """
    driver: Any = connection.connection.dbapi_connection
    if not isinstance(driver, sqlite3.Connection):
        return _fetched(connection, wanted, values)
    forgiving = driver.text_factory
    try:
        # What loads any bytes as text is called for each value, and takes longer than the rest.
        driver.text_factory = str
        return _fetched(connection, wanted, values)
    except sqlite3.OperationalError:  # a text that is no UTF-8
        driver.text_factory = forgiving
        return _fetched(connection, wanted, values)
    finally:
        driver.text_factory = forgiving


def _fetched(
    connection: Connection, wanted: Executable, values: Mapping[str, Any] | None
) -> list[Raw]:
    return cast("list[Raw]", connection.execute(wanted, values).cursor.fetchall())
