"""Read many leaves at once over the connection of a driver."""

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias, cast

from caseflow.audit.joined_row import Joined

Row: TypeAlias = tuple[Any, ...]


class Question(NamedTuple):
    """A statement as the driver takes it, with its values; `start` and `end` are still to come."""

    text: str
    values: dict[str, Any]
    order: list[str]  # of values without names, as SQLite takes them


class Stretch(NamedTuple):
    """The leaves from a position up to another as they stand in the database, in parts."""

    start: int
    end: int
    parts: list[Joined]  # none where one is missing or strange


class LeafReader:
    """Reads leaves over the connection of a driver, past all that ours does with a row."""

    def __init__(self, question: Question, driver: Any) -> None:  # noqa: ANN401 - of SQLite or psycopg
        self._text, self._values, self._order = question
        self._driver = driver

    def read(self, start: int, end: int) -> Stretch:
        """Return the leaves from a position up to another."""
        values = self._values | {"start": start, "end": end}
        rows = self._from_sqlite(values) if self._order else self._from_postgres(values)
        parts = [Joined.of(row) for row in rows]
        strange = any(part.strange for part in parts)
        whole = sum(part.size for part in parts) == end - start
        return Stretch(start, end, parts if whole and not strange else [])

    def _from_sqlite(self, values: Mapping[str, Any]) -> list[Row]:
        forgiving = self._driver.text_factory
        # What loads any bytes as text is called for each value, and takes longer than the rest.
        self._driver.text_factory = str
        try:
            asked = [values[name] for name in self._order]
            return cast("list[Row]", self._driver.execute(self._text, asked).fetchall())
        except (sqlite3.DataError, sqlite3.OperationalError):  # more than fits; a text not in UTF-8
            return []
        finally:
            self._driver.text_factory = forgiving

    def _from_postgres(self, values: Mapping[str, Any]) -> list[Row]:
        with self._driver.cursor(binary=True) as cursor:  # bytes as texts take thrice as long
            return cast("list[Row]", cursor.execute(self._text, values).fetchall())
