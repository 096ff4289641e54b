"""Say whose a row is that somebody asks for by its own id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import known_as, whose


def client_of(
    work: Work,
    unit: UUID,
    table: type[DrawerContent | Case],
    row: UUID,
    of: UUID | None = None,
) -> UUID:
    """Return the client of a row; of an id that was never issued the id itself, which is nobody.

    Of two ids that are one person it is the one that the unit has her by. `of` is the client under
    whom it was asked for: another's row is nobody's there. Whether she is open to whoever asks is
    still to be decided.
    """
    found = work.session.scalar(select(table.client_id).where(table.id == row))
    return known_as(work, unit, whose(work, row, found, of))
