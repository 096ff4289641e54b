"""Say whose a document is that somebody asks for by its own id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import known_as


def client_of(work: Work, unit: UUID, document: UUID) -> UUID:
    """Return the client of a document; of an id that was never issued the id itself: nobody.

    Of two ids that are one person it is the one that the unit has her by.
    """
    found = work.session.scalar(select(Document.client_id).where(Document.id == document))
    return known_as(work, unit, document if found is None else found)
