"""Change what is written about a document of the acting unit, or give it another file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.check_document import check_document
from caseflow.documents.cleaned import CleanFile, cleaned
from caseflow.documents.find_client import client_of
from caseflow.documents.kept_back import file_kept_back
from caseflow.documents.knock import knock_at_document
from caseflow.documents.name_in_answer import heed_answers
from caseflow.documents.saved import SavedDocument
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vault.attempt import attempt
from caseflow.vault.contents import find_row, joined, rewrite
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vault.write_file import put_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused

_Answer = Done[SavedDocument] | Invalid | Conflict | Refused


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What is to be changed, from the version that was on the screen."""

    version: int
    typed: Mapping[str, str] = field(default_factory=dict)
    brought: SealedSpool | None = None  # a file in place of the former one


def change_document(
    work: Work,
    actor: Actor,
    document: UUID,
    change: DocumentChange,
    of: UUID | None = None,
) -> _Answer:
    """Write anew what was typed; a file that is brought takes the place of the former one.

    The former file and its key are destroyed, unless they are held; what of it others have copied
    they keep. Asked for under another client (`of`), it is not there.
    """
    refused = None if change.brought is None else knock_at_document(work, actor, document, of=of)
    if refused is not None:
        return refused
    with cleaned(change.brought, work.configuration.limits.documents) as file:

        def act(given: Permit) -> _Answer:
            row = find_row(work, given, Document, document)
            if row is None:
                return Refused()
            if row.version != change.version:
                return Conflict(row.version)
            return _change(work, given, row, check_document(work, change.typed), file)

        client = client_of(work, actor.unit, document, of)
        return attempt(work, actor, Ask(Act.DOCUMENT_WRITE, client), act)


def _change(
    work: Work,
    given: Permit,
    row: Document,
    checked: tuple[dict[str, str], list[Problem]],
    file: CleanFile | Problem | None,
) -> Done[SavedDocument] | Invalid:
    fields, problems = checked
    held = None if file is None else file_kept_back(work, given, row)
    problems += [each for each in (file, held) if isinstance(each, Problem)]
    if problems:
        return Invalid(tuple(problems))
    deeds = []
    if isinstance(file, CleanFile):
        fields |= {"media_type": file.media_type, "length": str(file.spool.length)}
        deeds.append(put_file(work, given, row, file.content).deeds)
    deeds.append(rewrite(work, given, row, fields).deeds)
    if "title" in fields:
        deeds += heed_answers(work, given, row, fields["title"])
    trace(work, given, joined(*deeds))
    return Done(SavedDocument(row.id, row.version))
