"""Open one document: what is written about it, or its file too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.documents import Document, DocumentFile
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.documents.find_client import client_of
from caseflow.documents.views import DocumentView, views_of
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened
from caseflow.vault.read_file import read_chunks, seen_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey, BrokenOff


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was opened: its trace is committed, and its bytes come chunk by chunk."""

    media_type: str
    length: int
    chunks: Iterator[bytes]  # the first one is at hand; raises BrokenOff where it must end early


def read_document(
    work: Work, actor: Actor, document: UUID, reason: str = "", of: UUID | None = None
) -> Disclosed[DocumentView] | Refused:
    """Return the document; one that is damaged is as one that is not there.

    So is another's, where it is asked for under a client (`of`).
    """
    ask = _ask(work, actor, (document, of), reason, {})
    opened = _open(work, actor, ask, document, (Document,))
    if isinstance(opened, Refused):
        return opened
    found = views_of(opened)
    raise_alarms(work, actor, found.damaged)
    return Disclosed(found.items[0]) if found.items else Refused()


def open_file(
    work: Work, actor: Actor, document: UUID, reason: str = "", of: UUID | None = None
) -> Disclosed[OpenFile] | Refused:
    """Return the file of a document; none, or one that is damaged from its beginning, is not there.

    Its chunks use the unit of work for loading alone, after it was finished.
    """
    ask = _ask(work, actor, (document, of), reason, {"file": "yes"})
    opened = _open(work, actor, ask, document, (Document, DocumentFile))
    if isinstance(opened, Refused):
        return opened
    found, file = views_of(opened), next(opened.of(DocumentFile), None)
    if file is None or not found.items:
        raise_alarms(work, actor, found.damaged)
        return Refused()
    try:
        seen = seen_file(work, file)
        chunks = read_chunks(work, actor, ask, seen)
        first = next(chunks)
    except BrokenKey:
        raise_alarms(work, actor, [Alarm.of_key(DocumentFile.__tablename__, document)])
        return Refused()
    except BrokenOff:
        return Refused()
    return Disclosed(OpenFile(found.items[0].media_type, seen.length, _joined(first, chunks)))


def _ask(
    work: Work,
    actor: Actor,
    named: tuple[UUID, UUID | None],
    reason: str,
    more: Mapping[str, str],
) -> Ask:
    document, of = named
    details = {"document": str(document), **more}
    client = client_of(work, actor.unit, document, of)
    return Ask(Act.DOCUMENT_READ, client, reason=reason, details=details)


def _open(
    work: Work,
    actor: Actor,
    ask: Ask,
    document: UUID,
    tables: tuple[type[DrawerContent], ...],
) -> Opened | Refused:
    answer = disclose(work, actor, ask, tables, only=document)
    return answer if isinstance(answer, Refused) else answer.value


def _joined(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from chunks
