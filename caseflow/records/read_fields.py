"""Read the fields of a piece by the grammar of answers: one rule set for all that is typed."""

from collections.abc import Mapping
from datetime import date

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.read_answer import read_answer

_TYPES = {
    "title": "reference",
    "text": "text",
    "occurred_on": "date(past)",
    "told_on": "date(past)",
    "set_on": "date(past)",
    "approved_on": "date(past)",
    "said_on": "date(past)",
    "reply": "text",
}
_FIELDS = {key: Question(key, {}, "", read_type(type_), {}) for key, type_ in _TYPES.items()}


def read_fields(
    given: Mapping[str, object], today: date, *, optional: frozenset[str] = frozenset()
) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields in their one form, and every problem with one; an optional one may be "".

    A field that no piece has is a problem too.
    """
    read: dict[str, str] = {}
    problems: list[Problem] = []
    for field, value in given.items():
        found = _read(field, value, today, field in optional)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            read[field] = found
    return read, problems


def _read(field: str, value: object, today: date, optional: bool) -> str | Problem:  # noqa: FBT001 - a step of read_fields
    question = _FIELDS.get(field)
    if question is None:
        return Problem(field, "no_such_field")
    if optional and (value is None or (isinstance(value, str) and not value.strip())):
        return ""
    answer = read_answer(question, value, today)
    if answer == Problem(field, "empty"):
        return Problem(field, "required")  # here is no other answer to choose
    return answer if isinstance(answer, Problem) else str(answer.value)
