"""Delete a document of the acting unit: its rows, its key, its chunks, its name in answers."""

from uuid import UUID

from sqlalchemy.orm.exc import StaleDataError

from caseflow.audit.entries import DrawerName
from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.find_client import client_of
from caseflow.documents.kept_back import evidence_stays, kept_back
from caseflow.documents.name_in_answer import heed_answers
from caseflow.vault.attempt import attempt
from caseflow.vault.contents import find_row, joined
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.write_file import drop_chunks, file_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused
from caseflow.vocabulary.errors import Stale


def delete_document(
    work: Work, actor: Actor, document: UUID, version: int, of: UUID | None = None
) -> Done[UUID] | Invalid | Conflict | Refused:
    """Delete it, from the version that was on the screen; an old copy of the database keeps it.

    Invalid where it is held. Asked for under another client (`of`), it is not there.
    """

    def act(given: Permit) -> Done[UUID] | Invalid | Conflict | Refused:
        row = find_row(work, given, Document, document)
        if row is None:
            return Refused()
        if row.version != version:
            return Conflict(row.version)
        held = evidence_stays(work, given, row) or kept_back(work, given)
        if held is not None:
            return Invalid((held,))
        drawer = given.gathered.drawers[row.drawer_id]
        answers = list(heed_answers(work, given, row, ""))
        _delete(work, row)
        named = (DrawerName(drawer.id, drawer.unit_id, drawer.category),)
        gone = Deeds(drawers=named, details={"document": str(document)})
        trace(work, given, joined(gone, *answers))
        return Done(document)

    client = client_of(work, actor.unit, document, of)
    return attempt(work, actor, Ask(Act.DOCUMENT_DELETE, client), act)


def _delete(work: Work, row: Document) -> None:
    file = file_of(work, row)
    if file is not None:
        drop_chunks(work, row.client_id, file.file_id)
        work.session.delete(file)
    work.session.delete(row)
    try:
        work.session.flush()
    except StaleDataError as error:
        raise Stale(Document.__tablename__) from error
