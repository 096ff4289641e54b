"""Turn an answer into what a form would hold of it, name by name."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from caseflow.http.language import language
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Row, Scalar, Value
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.questions.places_and_tongues import country_name, language_name
from caseflow.web.clients.own_unit import typed_day
from caseflow.web.clients.typed_rows import Texts, typed_rows

Typed = Texts

_BETWEEN = {Kind.LIST: "\n"}


def field_name(question: Question, part: Part) -> str:
    """Return the name of the field that holds a part, as the rooms name it in a problem."""
    return question.key if question.type.single else f"{question.key}.{part.name}"


def typed_answer(question: Question, value: Value) -> Typed:
    """Return the fields of a form that hold this answer; parts no longer asked are left out."""
    if question.type.either:
        return {question.key: _typed_alternative(question, value)}
    named = value if isinstance(value, Mapping) else {question.type.parts[0].name: value}
    typed: Typed = {}
    for part in question.type.parts:
        if part.name in named:
            typed |= _typed_fields(part, field_name(question, part), named[part.name])
    return typed


def _typed_fields(part: Part, field: str, value: Value) -> Typed:
    if part.kind is Kind.FILE:
        return {field: [str(row["document"]) for row in cast("list[Row]", value)]}
    if part.kind is Kind.TABLE:
        rows = value if isinstance(value, list | tuple) else [value]
        return typed_rows(part, field, rows, _typed_cell)
    return {field: _typed_part(part, value)}


def _typed_cell(column: Part, value: Value) -> str:
    return _WRITTEN.get(column.kind, str)(value)


def _typed_alternative(question: Question, value: Value) -> str:
    for part in question.type.parts:
        for option in question.options(part):
            if option.code == value:
                return in_language(option.labels, language())
    return _day(value)


def _typed_part(part: Part, value: Value) -> str | list[str]:
    write = _WRITTEN.get(part.kind, str)
    if not isinstance(value, list | tuple):
        return write(value)
    items = [write(item) for item in value]
    return items if part.kind is Kind.CHOICES else _BETWEEN.get(part.kind, ", ").join(items)


def _day(value: object) -> str:
    try:
        return typed_day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _yes_no(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _country(value: object) -> str:
    return country_name(str(value), language())


def _language(value: object) -> str:
    return language_name(str(value), language())


_WRITTEN: Mapping[Kind, Callable[[Scalar | Value], str]] = MappingProxyType(
    {
        Kind.DATE: _day,
        Kind.DATES: _day,
        Kind.YES_NO: _yes_no,
        Kind.YES_NO_UNKNOWN: _yes_no,
        Kind.COUNTRY: _country,
        Kind.COUNTRIES: _country,
        Kind.LANGUAGES: _language,
    }
)
