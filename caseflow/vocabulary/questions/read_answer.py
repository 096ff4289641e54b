"""Read an answer that a page, a program or a file sent, and bring it into its one form."""

from collections.abc import Callable, Mapping
from datetime import date

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.choices import (
    read_choice,
    read_choices,
    read_yes_no,
    read_yes_no_unknown,
)
from caseflow.vocabulary.questions.days import read_date, read_dates
from caseflow.vocabulary.questions.faults import Asked, Fault, PartValue, Value
from caseflow.vocabulary.questions.files import read_files
from caseflow.vocabulary.questions.places_and_tongues import (
    read_countries,
    read_country,
    read_languages,
)
from caseflow.vocabulary.questions.quantities import read_number, read_scale, read_year
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.questions.tables import read_table
from caseflow.vocabulary.questions.texts import read_line, read_lines, read_occupation, read_text
from caseflow.vocabulary.questions.words_chosen import words_chosen

_READERS: Mapping[Kind, Callable[[object, Asked], PartValue | Fault]] = {
    Kind.TEXT: read_text,
    Kind.LIST: read_lines,
    Kind.YES_NO: read_yes_no,
    Kind.YES_NO_UNKNOWN: read_yes_no_unknown,
    Kind.CHOICE: read_choice,
    Kind.CHOICES: read_choices,
    Kind.DATE: read_date,
    Kind.DATES: read_dates,
    Kind.YEAR: read_year,
    Kind.NUMBER: read_number,
    Kind.SCALE: read_scale,
    Kind.COUNTRY: read_country,
    Kind.COUNTRIES: read_countries,
    Kind.LANGUAGES: read_languages,
    Kind.CODE: read_occupation,
    Kind.REFERENCE: read_line,
    Kind.TABLE: read_table,
    Kind.FILE: read_files,
}
# these say only that another alternative may fit; any other fault says more
_VAGUE = frozenset({"not_a_date", "not_a_year", "no_such_option", "wrong_kind"})


def read_answer(question: Question, value: object, today: date) -> Answer | Problem:
    """Return the answer in its one form, or the first problem with it.

    `value` is JSON-like; a form's texts will do for every kind. `today` is the provider's day.
    """
    if question.type.single:
        found = _read_alternatives(question, value, today)
    else:
        found = _read_parts(question, value, today)
    if isinstance(found, Problem):
        return found
    return Answer(question.key, question.type.expression, found, words_chosen(question, found))


def _read_alternatives(question: Question, value: object, today: date) -> Value | Problem:
    if _empty(value):
        return Problem(question.key, "empty")
    faults = []
    for part in question.type.parts:
        found = _READERS[part.kind](value, Asked(question, part, today))
        if not isinstance(found, Fault):
            return Problem(question.key, "empty") if _empty(found) else found
        faults.append(found)
    fault = next((fault for fault in faults if fault.code not in _VAGUE), faults[0])
    return Problem(f"{question.key}{fault.at}", fault.code, dict(fault.values))


def _read_parts(question: Question, value: object, today: date) -> Value | Problem:
    given = value if isinstance(value, dict) else {question.type.parts[0].name: value}
    read: dict[str, PartValue] = {}
    for name, item in given.items():
        part = question.type.part(name)
        if part is None:
            return Problem(question.key, "no_such_part", {"given": str(name)})
        found = _read_part(question, part, item, today)
        if isinstance(found, Problem):
            return found
        if not _empty(found):
            read[name] = found
    return _whole(question, read)


def _read_part(question: Question, part: Part, item: object, today: date) -> PartValue | Problem:
    if _empty(item):
        return ""
    found = _READERS[part.kind](item, Asked(question, part, today))
    if isinstance(found, Fault):
        return Problem(f"{question.key}.{part.name}{found.at}", found.code, dict(found.values))
    return found


def _whole(question: Question, read: dict[str, PartValue]) -> Value | Problem:
    if not read:
        return Problem(question.key, "empty")
    begin, end = read.get("from", read.get("date")), read.get("until")
    if isinstance(begin, str) and isinstance(end, str) and end < begin:
        return Problem(f"{question.key}.until", "ends_before_it_begins", {"from": begin})
    return read


def _empty(value: object) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
