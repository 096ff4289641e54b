"""The words that an answer had when it was given: of options that were chosen, and of columns."""

from collections.abc import Iterator, Mapping

from caseflow.vocabulary.questions.answer_types import Part
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Value


def words_chosen(question: Question, value: Value) -> Mapping[str, Mapping[str, str]]:
    """Return labels by the code of each option that was chosen, and by the name of each column."""
    named = value if isinstance(value, dict) else {each.name: value for each in question.type.parts}
    found: dict[str, Mapping[str, str]] = {}
    for part, given in _given(question.type.parts, named):
        chosen = given if isinstance(given, list) else [given]
        found |= {each.code: each.labels for each in question.options(part) if each.code in chosen}
        if part.name in question.columns:
            found[part.name] = question.columns[part.name]
    return found


def _given(parts: tuple[Part, ...], named: Mapping[str, object]) -> Iterator[tuple[Part, object]]:
    """Yield each part and each column with what was told there."""
    for part in parts:
        told = named.get(part.name)
        yield part, told
        for row in told if part.columns and isinstance(told, list) else ():
            yield from ((each, row[each.name]) for each in part.columns if each.name in row)
