"""Say whose a document is that somebody asks for by its own id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import known_as, whose


def client_of(work: Work, unit: UUID, document: UUID, of: UUID | None = None) -> UUID:
    """Return the client of a document; of an id that was never issued the id itself: nobody.

    Of two ids that are one person it is the one that the unit has her by. `of` is the client under
    whom it was asked for: another's document is nobody's there.
    """
    found = work.session.scalar(select(Document.client_id).where(Document.id == document))
    return known_as(work, unit, whose(work, document, found, of))
