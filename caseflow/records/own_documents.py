"""Find the documents that answers name: those in the acting unit's own drawers of this client."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.records.told import KeptDocument, Told
from caseflow.vault.contents import find_row
from caseflow.vault.own_text import own_text
from caseflow.vault.permit import Permit
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.questions.files import MOST_FILES


def own_documents(
    work: Work, given: Permit, answers: Mapping[str, Told]
) -> Mapping[UUID, KeptDocument]:
    """Return those that these answers name; one that is damaged is not there."""
    found: dict[UUID, KeptDocument] = {}
    for named in set(_named(work.configuration.catalogue, answers)):
        row = find_row(work, given, Document, named)
        if row is None:
            continue
        try:
            title = own_text(work, given, row, "title")
        except BrokenKey:
            continue
        found[named] = KeptDocument(given.gathered.drawers[row.drawer_id].category, title)
    return found


def _named(catalogue: Catalogue, answers: Mapping[str, Told]) -> Iterator[UUID]:
    """Yield the ids in answers to questions for files; what is no id is complained of later."""
    for key, told in answers.items():
        question = catalogue.question(key)
        part = None if question is None else question.type.of_kind(Kind.FILE)
        if question is None or part is None:
            continue
        value = told.value.get(part.name) if isinstance(told.value, dict) else told.value
        yield from _ids(value)


def _ids(value: object) -> Iterator[UUID]:
    given = value if isinstance(value, list) else [value]
    texts = [each.get("document") if isinstance(each, dict) else each for each in given]
    for text in (each for each in texts[:MOST_FILES] if isinstance(each, str)):
        found = read_id(text.strip())
        if found is not None:
            yield found
