"""Attach a document to a client: what is written about it, and its file if one is brought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.check_document import USUAL, check_document, check_place
from caseflow.documents.cleaned import CleanFile, cleaned
from caseflow.documents.knock import knock
from caseflow.documents.name_in_answer import name_in_answer
from caseflow.documents.saved import SavedDocument
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vault.attempt import attempt
from caseflow.vault.contents import Content, Written, joined, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vault.write_file import put_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.questions.catalogue import Question


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document as it was typed."""

    fields: Mapping[str, str]  # title, kind, dated, note
    category: str = USUAL
    question: str = ""  # that it answers: it lies in that one's category then


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
            question, category, placed = check_place(work, actor, draft.question, draft.category)
            problems += placed
            if isinstance(file, Problem):
                problems.append(file)
            if problems or isinstance(file, Problem):
                return Invalid(tuple(problems))
            written = _attach(work, given, Content(Document, category, fields), file)
            return _answer(work, given, question, written, fields["title"])

        return attempt(work, actor, Ask(Act.DOCUMENT_WRITE, client), act)


def _attach(
    work: Work, given: Permit, content: Content[Document], file: CleanFile | None
) -> Written[Document]:
    about = {
        "media_type": "" if file is None else file.media_type,
        "length": "0" if file is None else str(file.spool.length),
    }
    written = put(work, given, replace(content, fields={**content.fields, **about}))
    if file is None:
        return written
    kept = put_file(work, given, written.row, file.content)
    return Written(written.row, joined(written.deeds, kept.deeds))


def _answer(
    work: Work, given: Permit, question: Question | None, written: Written[Document], title: str
) -> Done[SavedDocument] | Invalid:
    row, deeds = written.row, written.deeds
    if question is not None:
        named = name_in_answer(work, given, question, row, title)
        if isinstance(named, Problem):
            return Invalid((named,))
        deeds = joined(deeds, named)
    trace(work, given, deeds)
    return Done(SavedDocument(row.id, row.version))
