"""Write the rows of a backup into empty tables, and compare what then stands there."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy import table as any_table
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from caseflow.database.base import Base
from caseflow.operations.backups.check_backup import counted
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.row_records import Record
from caseflow.operations.backups.shares import Share, tables_of
from caseflow.operations.backups.table_rows import records
from caseflow.operations.backups.tally import Tally
from caseflow.vocabulary.errors import OperatorError

_VERSION = "alembic_version"  # which migration made the tables
_AT_ONCE = 32  # rows in memory; the largest is a chunk of a document


def refuse_unless_empty(connection: Connection) -> None:
    """Raise OperatorError where any table holds a row, be it of another release or program."""
    places = (any_table(name) for name in inspect(connection).get_table_names() if name != _VERSION)
    if any(connection.execute(select(1).select_from(each).limit(1)).first() for each in places):
        raise OperatorError(
            "The database is not empty; nothing was changed. Name an empty one with "
            "CASEFLOW_DATABASE_URL."
        )


def fill_tables(
    connection: Connection, found: FoundBackup, share: Share, progress: Callable[[int], object]
) -> int:
    """Write all rows of a file; return how many. Raises OperatorError where one does not fit."""
    done = 0
    for name, rows in groupby(counted(found, share), attrgetter("table")):
        for batch in _batches(rows):
            _write(connection, name, batch)
            done += len(batch)
            progress(done)
    return done


def check_tables(connection: Connection, found: FoundBackup, share: Share) -> None:
    """Raise OperatorError where a table does not hold what the backup holds of it."""
    said = found.manifest.of(share).tables
    for table in tables_of(share):
        tally = Tally()
        for record in records(connection, table):
            tally.add(record)
        if table.name in said and tally.told() != said[table.name]:
            raise _unfit(table.name)


def _write(connection: Connection, name: str, batch: list[dict[str, Any]]) -> None:
    try:
        connection.execute(insert(Base.metadata.tables[name]), batch)
    except (DataError, IntegrityError) as error:
        raise _unfit(name) from error
    except DBAPIError:
        raise  # the database itself broke off
    except StatementError as error:
        raise _unfit(name) from error


def _batches(rows: Iterable[Record]) -> Iterator[list[dict[str, Any]]]:
    waiting = iter(rows)
    while batch := [row.bound() for row in islice(waiting, _AT_ONCE)]:
        yield batch


def _unfit(name: str) -> OperatorError:
    return OperatorError(
        "A row of {table} cannot be kept by this database as it was; nothing was restored.",
        table=name,
    )
