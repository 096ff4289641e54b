"""A log that takes long to fill: filled once, and put into the empty logs of other tests."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, delete, insert, select

from caseflow.database.base import Base
from tests.factories.log import Log, Ticking


@dataclass(frozen=True)
class Filled:
    """All that a log held at an instant."""

    rows: dict[Table, list[dict[str, Any]]]
    installation: UUID
    unit: UUID
    at: datetime


def taken_from(log: Log) -> Filled:
    """Return what this log holds."""
    tables = Base.metadata.sorted_tables
    with log.engine.connect() as connection:
        rows = {
            table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in tables
        }
    clock = cast("Ticking", log.around.clock)
    return Filled(rows, log.around.installation, log.unit, clock.at)


def put_into(log: Log, filled: Filled) -> None:
    """Let an empty log of the same engine hold this and nothing else, and go on from there."""
    with log.engine.begin() as connection:
        for table in reversed(filled.rows):
            connection.execute(delete(table))
        for table, rows in filled.rows.items():
            if rows:
                connection.execute(insert(table), rows)
    log.unit = filled.unit
    log.around = replace(log.around, clock=Ticking(filled.at), installation=filled.installation)
