"""Name a document in the answer to a question for files, and keep its name there true.

Document and answer lie in one drawer: no consent opens the one without the other. Intake staff read
in the answer that there is a file, and neither its title nor the document.
"""

from collections.abc import Iterator

from sqlalchemy.orm.exc import StaleDataError

from caseflow.database.tables.documents import Document
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.vault.contents import Content, fact_in, put, rewrite
from caseflow.vault.open_drawers import own_drawers
from caseflow.vault.own_text import own_text
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.files import (
    MOST_FILES,
    NamedFile,
    files_of,
    renamed,
    with_files,
)
from caseflow.vocabulary.questions.stored_answer import Answer, answer_text, stored_answer
from caseflow.vocabulary.states import FactState


def name_in_answer(
    work: Work, given: Permit, question: Question, document: Document, title: str
) -> Deeds | Problem:
    """Add a document to the unit's answer beside it, which is told by it today."""
    row = fact_in(work, given.gathered.drawers[document.drawer_id], question.key)
    answer = None if row is None else _answer(work, given, question, row)
    files = () if answer is None else files_of(answer)
    if len(files) == MOST_FILES:
        return Problem("question", "too_many", {"most": str(MOST_FILES)})
    told = with_files(question, answer, (*files, NamedFile(document.id, title)))
    fields = {
        "question": question.key,
        "state": FactState.ANSWERED.value,
        "value": answer_text(told),
        "told_on": local_day(work.clock.now(), work.configuration.zone).isoformat(),
    }
    if row is None:
        return put(work, given, Content(Fact, question.category, fields)).deeds
    return rewrite(work, given, row, fields).deeds


def heed_answers(work: Work, given: Permit, document: Document, title: str) -> Iterator[Deeds]:
    """Give a document its new title wherever an answer names it; none where it is deleted.

    An answer of which nothing is left goes too: nobody was asked then.
    """
    for question, row in _answers(work, given, document):
        answer = _answer(work, given, question, row)
        files = () if answer is None else files_of(answer)
        wanted = renamed(files, document.id, title)
        if wanted != files:
            yield from _write(work, given, row, with_files(question, answer, wanted))


def _answers(work: Work, given: Permit, document: Document) -> Iterator[tuple[Question, Fact]]:
    """Yield the unit's answers that may name a document; after a merging those of both records."""
    category = given.gathered.drawers[document.drawer_id].category
    asked = work.configuration.catalogue.in_category(category)
    for drawer in own_drawers(given.gathered.drawers.values(), given.actor.unit, category):
        for question in (each for each in asked if each.type.of_kind(Kind.FILE)):
            row = fact_in(work, drawer, question.key)
            if row is not None:
                yield question, row


def _write(work: Work, given: Permit, row: Fact, answer: Answer) -> Iterator[Deeds]:
    if answer.value:
        yield rewrite(work, given, row, {"value": answer_text(answer)}).deeds
        return
    work.session.delete(row)
    try:
        work.session.flush()
    except StaleDataError as error:
        raise Stale(Fact.__tablename__) from error


def _answer(work: Work, given: Permit, question: Question, row: Fact) -> Answer | None:
    """Return what was answered; None where it was withheld, or is damaged."""
    try:
        text = own_text(work, given, row, "value")
    except BrokenKey:
        return None
    return stored_answer(question.key, text) if text else None
