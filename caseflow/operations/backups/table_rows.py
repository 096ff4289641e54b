"""Read the rows of a table as records, few at a time."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from caseflow.operations.backups.row_records import spell

_AT_ONCE = 32  # rows in memory; the largest is a chunk of a document


def records(connection: Connection, table: Table) -> Iterator[bytes]:
    """Yield each row of a table as its record, by the primary key."""
    names = [column.name for column in table.columns]
    wanted = select(table).order_by(*table.primary_key.columns)
    streamed = connection.execute(wanted, execution_options={"yield_per": _AT_ONCE})
    for row in streamed:
        yield spell(table.name, dict(zip(names, row, strict=True)))
