"""Check what was typed about a document: category, title, kind, day, note."""

from collections.abc import Mapping
from datetime import date

from caseflow.database.unit_of_work import Work
from caseflow.identity.units import unit_by_id
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.errors import BrokenSeal
from caseflow.vocabulary.questions.answer_types import Kind, read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.vocabulary.states import DocumentKind

USUAL = "documents"  # the category of a document, unless another is named
_TYPES = {"title": "reference", "note": "text", "dated": "date(past)"}
_FIELDS = {key: Question(key, {}, "", read_type(type_), {}) for key, type_ in _TYPES.items()}


def check_document(work: Work, typed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields that were typed as they are sealed, and every problem with them."""
    today = local_day(work.clock.now(), work.configuration.zone)
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in typed.items():
        found = _read(name, value, today)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            fields[name] = found
    return fields, problems


def check_place(
    work: Work, actor: Actor, asked: str, category: str
) -> tuple[Question | None, str, list[Problem]]:
    """Return the question that a document answers, if any, and the category that it lies in."""
    if not asked:
        return None, category, check_category(work, actor, category)
    question = work.configuration.catalogue.question(asked)
    if question is None or question.type.of_kind(Kind.FILE) is None:
        return None, category, [Problem("question", "no_such_question")]
    return question, question.category, check_category(work, actor, question.category)


def check_category(work: Work, actor: Actor, category: str) -> list[Problem]:
    """Return the problem of a category that the acting unit keeps no open drawer of."""
    if not category:
        return [Problem("category", "required")]
    unit = unit_by_id(work, actor.unit)
    if unit is None:
        raise BrokenSeal("units")
    kept = work.configuration.units[unit.kind].categories - work.configuration.closed_categories
    if category in kept:
        return []
    return [Problem("category", "not_kept_here", {"category": category})]


def _read(name: str, value: str, today: date) -> str | Problem:
    if name == "kind":
        offered = value in set(DocumentKind)
        return value if offered else Problem("kind", "no_such_option", {"given": value})
    if name == "note" and not value.strip():
        return ""
    question = _FIELDS.get(name)
    if question is None:
        return Problem(name, "no_such_field")
    answer = read_answer(question, value, today)
    return answer if isinstance(answer, Problem) else str(answer.value)
