"""Read what a client was asked: the state of her answer, the answer, and the day she told it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from caseflow.records.read_fields import read_fields
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.questions.catalogue import Catalogue, Question
from caseflow.vocabulary.questions.files import NamedFile, files_of, with_files
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.vocabulary.questions.stored_answer import Answer, answer_text
from caseflow.vocabulary.states import FactState

SILENT = frozenset({FactState.WITHHELD, FactState.UNKNOWN})
WRITTEN = SILENT | {FactState.ANSWERED}


@dataclass(frozen=True, slots=True)
class Told:
    """What she told, as it was typed; the day is today unless another is named."""

    state: str  # a FactState but not_asked
    value: object = None
    told_on: str | None = None
    version: int | None = None  # of the own answer that was on the screen, 0 for none


@dataclass(frozen=True, slots=True)
class ReadFact:
    """What she told, in the form in which it is sealed."""

    question: str
    category: str
    fields: Mapping[str, str]
    version: int | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document in one of the acting unit's own drawers."""

    category: str
    title: str


_NONE = KeptDocument("", "")


@dataclass(frozen=True, slots=True)
class Rules:
    """What an answer is checked against."""

    catalogue: Catalogue
    categories: frozenset[str]  # that the acting unit writes into
    today: date
    documents: Mapping[UUID, KeptDocument] = field(default_factory=dict)  # that may be named


def read_told(rules: Rules, key: str, told: Told) -> ReadFact | list[Problem]:
    """Return a fact ready to be written, or everything that is wrong with it."""
    question = rules.catalogue.question(key)
    if question is None:
        return [Problem(key, "no_such_question")]
    if question.category not in rules.categories:
        return [Problem(key, "not_kept_here", {"category": question.category})]
    day, problems = _read_day(rules, key, told)
    value = _read_value(rules, question, told)
    if isinstance(value, Problem):
        return [value, *problems]
    if problems:
        return problems
    fields = {"question": key, "state": told.state, "value": value, "told_on": day}
    return ReadFact(key, question.category, fields, told.version)


def _read_day(rules: Rules, key: str, told: Told) -> tuple[str, list[Problem]]:
    if told.told_on is None:
        return rules.today.isoformat(), []
    read, problems = read_fields({"told_on": told.told_on}, rules.today)
    return read.get("told_on", ""), [
        Problem(f"{key}.told_on", each.code, each.values) for each in problems
    ]


def _read_value(rules: Rules, question: Question, told: Told) -> str | Problem:
    if told.state not in WRITTEN:
        return Problem(f"{question.key}.state", "no_such_state", {"given": told.state})
    if told.state in SILENT:
        silent = told.value is None or told.value in ("", [], {})
        return "" if silent else Problem(question.key, "value_without_answer")
    answer = read_answer(question, told.value, rules.today)
    named = answer if isinstance(answer, Problem) else _name_files(rules, question, answer)
    return named if isinstance(named, Problem) else answer_text(named)


def _name_files(rules: Rules, question: Question, answer: Answer) -> Answer | Problem:
    """Return the answer with the titles of the documents that it names, which must be its own."""
    part = question.type.of_kind(Kind.FILE)
    files = [] if part is None else files_of(answer)
    found = [rules.documents.get(each.document, _NONE) for each in files]
    for file, kept in zip(files, found, strict=True):
        if kept.category != question.category:
            at = (
                question.key
                if question.type.single or part is None
                else f"{question.key}.{part.name}"
            )
            return Problem(at, "no_such_document", {"given": str(file.document)})
    named = [NamedFile(each.document, kept.title) for each, kept in zip(files, found, strict=True)]
    return with_files(question, answer, tuple(named)) if named else answer
