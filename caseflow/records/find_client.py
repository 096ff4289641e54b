"""Say whose a row is that somebody asks for by its own id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work


def client_of(work: Work, table: type[DrawerContent | Case], row: UUID) -> UUID:
    """Return the client of a row; of an id that was never issued the id itself, which is nobody.

    Whether she is open to whoever asks is still to be decided.
    """
    found = work.session.scalar(select(table.client_id).where(table.id == row))
    return row if found is None else found
