"""Fetch many rows as bare tuples, as fast as the driver gives them."""

import sqlite3
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Executable

Raw: TypeAlias = tuple[Any, ...]


def raw_rows(connection: Connection, wanted: Executable) -> list[Raw]:
    """Return the rows of a selection, no value of them made into anything by a column's type."""
    driver: Any = connection.connection.dbapi_connection
    if not isinstance(driver, sqlite3.Connection):
        return _fetched(connection, wanted)
    forgiving = driver.text_factory
    try:
        # What loads any bytes as text is called for each value, and takes longer than the rest.
        driver.text_factory = str
        return _fetched(connection, wanted)
    except sqlite3.OperationalError:  # a text that is no UTF-8
        driver.text_factory = forgiving
        return _fetched(connection, wanted)
    finally:
        driver.text_factory = forgiving


def _fetched(connection: Connection, wanted: Executable) -> list[Raw]:
    return cast("list[Raw]", connection.execute(wanted).cursor.fetchall())
