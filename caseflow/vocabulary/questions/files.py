"""An answer that is a file: it names documents that lie in the drawer of its category."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast
from uuid import UUID

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.questions.answer_types import AnswerType, Kind, Part, read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault, PartValue, Row, wrong_kind
from caseflow.vocabulary.questions.stored_answer import Answer

MOST_FILES = 20
_NAMES = frozenset({"document", "title"})


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A document that an answer names; it may be gone, or closed to who reads the answer."""

    document: UUID
    title: str


def read_files(value: object, asked: Asked) -> list[Row] | Fault:
    """Return which documents are named, each once; what they are called says the document."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list):
        return wrong_kind(asked)
    if len(given) > MOST_FILES:
        return Fault("too_many", {"most": str(MOST_FILES)})
    read = [_read_file(each, asked) for each in given]
    fault = next((each for each in read if isinstance(each, Fault)), None)
    ids = dict.fromkeys(str(each) for each in read)
    return fault or [{"document": each, "title": ""} for each in ids]


def files_of(answer: Answer) -> tuple[NamedFile, ...]:
    """Return the documents that an answer names; a type that is not known here names none."""
    try:
        kept = read_type(answer.type)
    except BadConfiguration:
        return ()
    part = kept.of_kind(Kind.FILE)
    rows = [] if part is None else _rows(kept, part, answer)
    return tuple(NamedFile(UUID(str(row["document"])), str(row["title"])) for row in rows)


def with_files(question: Question, answer: Answer | None, files: tuple[NamedFile, ...]) -> Answer:
    """Return the answer, or a new one, with these files and whatever else it says.

    Where nothing is left of it, its value is empty.
    """
    part = cast("Part", question.type.of_kind(Kind.FILE))
    rows: list[Row] = [{"document": str(each.document), "title": each.title} for each in files]
    words = {} if answer is None else answer.words
    if question.type.single:
        return Answer(question.key, question.type.expression, rows, words)
    told: dict[str, PartValue] = {} if answer is None else _parts(question, answer)
    told.pop(part.name, None)
    return Answer(
        question.key, question.type.expression, told | ({part.name: rows} if rows else {}), words
    )


def beside_files(answer: Answer) -> Answer | None:
    """Return what an answer says beside the documents that it names; None where that is nothing."""
    if not files_of(answer):
        return answer
    part = read_type(answer.type).of_kind(Kind.FILE)
    told = {name: value for name, value in _named(answer).items() if part and name != part.name}
    return replace(answer, value=told) if told else None


def untitled(answer: Answer) -> Answer:
    """Return an answer that says how many documents it names, and not what they are called."""
    if not files_of(answer):
        return answer
    kept = read_type(answer.type)
    part = cast("Part", kept.of_kind(Kind.FILE))
    rows: list[Row] = [{**row, "title": ""} for row in _rows(kept, part, answer)]
    return replace(answer, value=rows if kept.single else {**_named(answer), part.name: rows})


def renamed(files: tuple[NamedFile, ...], document: UUID, title: str) -> tuple[NamedFile, ...]:
    """Return the files with another title of one of them; without it where there is none."""
    return tuple(
        replace(each, title=title) if each.document == document else each
        for each in files
        if title or each.document != document
    )


def _read_file(given: object, asked: Asked) -> UUID | Fault:
    named = given if isinstance(given, dict) else {"document": given}
    document = named.get("document")
    if not isinstance(document, str) or not named.keys() <= _NAMES:
        return wrong_kind(asked)
    return read_id(document.strip()) or Fault("no_such_document", {"given": document})


def _rows(kept: AnswerType, part: Part, answer: Answer) -> list[Row]:
    value = answer.value if kept.single else _named(answer).get(part.name, [])
    return list(cast("list[Row]", value))


def _parts(question: Question, answer: Answer) -> dict[str, PartValue]:
    """Return what an answer says by the parts that are asked now."""
    first = question.type.parts[0]
    named = _named(answer) or {first.name: cast("PartValue", answer.value)}
    return {name: value for name, value in named.items() if question.type.part(name)}


def _named(answer: Answer) -> Mapping[str, PartValue]:
    return answer.value if isinstance(answer.value, Mapping) else {}
