"""Put a file into a drawer in chunks, in the transaction of the act, or take it out again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.streams import FileCipher, FilePlace, chunk_count, chunks_of
from caseflow.database.tables.documents import Document, DocumentChunk, DocumentFile
from caseflow.database.unit_of_work import Work
from caseflow.vault.contents import Content, Written, add_row, deeds_of, rewrite
from caseflow.vault.open_drawers import ready
from caseflow.vault.permit import Permit
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id

_PLAIN: dict[str, Any] = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class NewFile:
    """The content of a document: its bytes from the beginning, and how many they are."""

    pieces: Iterable[bytes]
    length: int


def put_file(work: Work, given: Permit, document: Document, new: NewFile) -> Written[DocumentFile]:
    """Give a document this content under a new key; the former content and its key are gone.

    Raises Stale when somebody else gave it another meanwhile.
    """
    key, file = new_key(), new_id()
    fields = {"key": key.hex(), "length": str(new.length)}
    found = file_of(work, document)
    if found is None:
        written = _add(work, given, document, fields, file)
    else:
        drop_chunks(work, document.client_id, found.file_id)
        found.file_id = file
        written = rewrite(work, given, found, fields)
    place = FilePlace(work.installation, document.drawer_id, document.id, file)
    _write_chunks(work, document, FileCipher(Cipher(key), place), file, new)
    return written


def file_of(work: Work, document: Document) -> DocumentFile | None:
    """Return the row of a document's content; None before it has any."""
    return work.session.scalars(
        select(DocumentFile).where(
            DocumentFile.client_id == document.client_id, DocumentFile.id == document.id
        )
    ).one_or_none()


def drop_chunks(work: Work, client: UUID, file: UUID) -> None:
    """Delete the chunks of a file."""
    where = (DocumentChunk.client_id == client, DocumentChunk.file_id == file)
    work.session.execute(delete(DocumentChunk).where(*where), execution_options=_PLAIN)


def _add(
    work: Work, given: Permit, document: Document, fields: dict[str, str], file: UUID
) -> Written[DocumentFile]:
    drawer = given.gathered.drawers[document.drawer_id]
    opened = ready(work, given.gathered, drawer, given.entry, ())
    plain = {"id": document.id, "file_id": file}
    row = add_row(work, given, opened, Content(DocumentFile, drawer.category, fields, plain))
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(row.__tablename__) from error
    return Written(row, deeds_of(opened, row))


def _write_chunks(
    work: Work, document: Document, cipher: FileCipher, file: UUID, new: NewFile
) -> None:
    """Write chunk by chunk: one is in memory at a time."""
    last = chunk_count(new.length) - 1
    for number, chunk in enumerate(chunks_of(new.pieces, new.length)):
        values = {
            "client_id": document.client_id,
            "file_id": file,
            "number": number,
            "drawer_id": document.drawer_id,
            "sealed": cipher.seal(number, chunk, last=number == last),
        }
        work.session.execute(insert(DocumentChunk).values(values), execution_options=_PLAIN)
