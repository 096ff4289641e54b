"""Documents as tests attach and read them."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.documents import Document, DocumentChunk
from caseflow.documents import (
    DocumentDraft,
    DocumentView,
    SavedDocument,
    list_documents,
    open_file,
)
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.permit import Ask, trace
from caseflow.vault.write_file import NewFile, put_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known, permitted
from tests.factories.house import House

TITLE = "Kanarienwort-Bescheid-5a0e"


def draft(category: str = "documents", **fields: str) -> DocumentDraft:
    """Return a document as typed."""
    typed = {"title": TITLE, "kind": "decision", "dated": "2026-03-01", "note": "Frist läuft"}
    return DocumentDraft({**typed, **fields}, category)


def attached(
    house: House, actor: Actor, known: Known, content: bytes | None = b"Brief\n", **typed: str
) -> SavedDocument:
    """Attach a text of this content, or a document without a file: sealed as it is, uncleaned."""
    wanted = draft(**typed)
    about = {"media_type": "", "length": "0"}
    if content is not None:
        about = {"media_type": "text/plain", "length": str(len(content))}
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.DOCUMENT_WRITE, known.id))
    written = put(work, given, Content(Document, wanted.category, {**wanted.fields, **about}))
    deeds = [written.deeds]
    if content is not None:
        deeds.append(put_file(work, given, written.row, NewFile([content], len(content))).deeds)
    trace(work, given, joined(*deeds))
    work.finish()
    work.put_away()
    return SavedDocument(written.row.id, written.row.version)


def listed(house: House, actor: Actor, known: Known) -> list[DocumentView]:
    """Return the documents that are open to somebody."""
    answer = list_documents(house.work(actor), actor, known.id)
    assert isinstance(answer, Disclosed), answer
    return list(answer.value.items)


def content_of(house: House, actor: Actor, document: UUID) -> bytes:
    """Return the file of a document as it leaves the house."""
    answer = open_file(house.work(actor), actor, document)
    assert isinstance(answer, Disclosed), answer
    return b"".join(answer.value.chunks)


def chunk_rows(house: House) -> list[DocumentChunk]:
    """Return all chunks that are kept."""
    with house.sessions() as session:
        order = (DocumentChunk.file_id, DocumentChunk.number)
        return list(session.scalars(select(DocumentChunk).order_by(*order)))
