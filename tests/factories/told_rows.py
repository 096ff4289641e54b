"""Tell the log how all rows of a house stand: those of its birth were written without an act."""

from sqlalchemy import select

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record
from caseflow.database.told_rows import told_tables
from caseflow.vocabulary.acts import Act
from tests.factories.house import House


def tell_all(house: House) -> None:
    """Stage one entry that names every row."""
    work = house.work()
    rows = [
        digest_of(row) for table in told_tables() for row in work.session.scalars(select(table))
    ]
    record(work, Trace(act=Act.ROWS_TELL, rows=tuple(rows)))
    work.finish()
