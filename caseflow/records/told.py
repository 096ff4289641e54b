"""Read what a client was asked: the state of her answer, the answer, and the day she told it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseflow.records.read_fields import read_fields
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.catalogue import Catalogue, Question
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.vocabulary.questions.stored_answer import answer_text
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
class Rules:
    """What an answer is checked against."""

    catalogue: Catalogue
    categories: frozenset[str]  # that the acting unit writes into
    today: date


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
    return answer if isinstance(answer, Problem) else answer_text(answer)
