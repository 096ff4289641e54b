"""Attach a document to a client: what is written about it, and its file if one is brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.check_document import USUAL, check_category, check_document
from caseflow.documents.cleaned import CleanFile, cleaned
from caseflow.documents.knock import knock
from caseflow.documents.saved import SavedDocument
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vault.attempt import attempt
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vault.write_file import put_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document as it was typed."""

    fields: Mapping[str, str]  # title, kind, dated, note
    category: str = USUAL


def attach_document(
    work: Work, actor: Actor, client: UUID, draft: DocumentDraft, brought: SealedSpool | None = None
) -> Done[SavedDocument] | Invalid | Refused:
    """Attach it; every problem is named at once. A file is cleaned before anything is written."""
    refused = None if brought is None else knock(work, actor, Act.DOCUMENT_WRITE, client)
    if refused is not None:
        return refused
    with cleaned(brought, work.configuration.limits.documents) as file:

        def act(given: Permit) -> Done[SavedDocument] | Invalid:
            fields, problems = check_document(work, {"note": "", **draft.fields})
            problems += check_category(work, actor, draft.category)
            if isinstance(file, Problem):
                problems.append(file)
            if problems or isinstance(file, Problem):
                return Invalid(tuple(problems))
            return _attach(work, given, draft.category, fields, file)

        return attempt(work, actor, Ask(Act.DOCUMENT_WRITE, client), act)


def _attach(
    work: Work, given: Permit, category: str, fields: dict[str, str], file: CleanFile | None
) -> Done[SavedDocument]:
    about = {
        "media_type": "" if file is None else file.media_type,
        "length": "0" if file is None else str(file.spool.length),
    }
    written = put(work, given, Content(Document, category, fields | about))
    deeds = [written.deeds]
    if file is not None:
        deeds.append(put_file(work, given, written.row, file.content).deeds)
    trace(work, given, joined(*deeds))
    return Done(SavedDocument(written.row.id, written.row.version))
