"""Read an intake form: only what was changed on the screen is told anew."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import fields

from caseflow.http.schemas import InSchema, Line
from caseflow.records import IntakeQuestion, Told
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.states import FactState
from caseflow.web.clients.typed_answers import Typed, field_name, typed_answer
from caseflow.web.clients.typed_rows import column_names, held_rows, rows_told

ANSWERED = FactState.ANSWERED.value
CONFIRMED = "confirmed"
ANOTHER_ROW = "another_row"  # the button that was pressed: the field of a table
ATTACH = "attach"  # the same: the question that a file is brought for
_SEVERAL = frozenset({Kind.CHOICES, Kind.FILE})
_LONGEST = 20_000  # characters of one answer
_SHOWN_LONGEST = 200_000  # of what the form held when it was shown


def schema_of(questions: Iterable[Question]) -> InSchema:
    """Return what a form with these questions may send."""
    allowed: dict[str, fields.Field[Any]] = {
        CONFIRMED: fields.List(fields.String(), required=False),
        ANOTHER_ROW: Line(required=False),
        ATTACH: Line(required=False),
    }
    for question in questions:
        allowed |= _of_question(question)
    return InSchema.from_dict(dict(allowed))()  # type: ignore[return-value]  # it says Schema


def typed_fields(question: Question) -> list[str]:
    """Return the fields of a question that somebody types into, and their version."""
    return [name for name in _of_question(question) if name != f"was.{question.key}"]


def _of_question(question: Question) -> dict[str, fields.Field[Any]]:
    allowed: dict[str, fields.Field[Any]] = {}
    for part in question.type.parts:
        allowed |= _fields(question, part)
    allowed[f"state.{question.key}"] = Line(required=False)
    allowed[f"was.{question.key}"] = Line(most=_SHOWN_LONGEST, required=False)
    allowed[f"version.{question.key}"] = fields.Integer()
    return allowed


def _fields(question: Question, part: Part) -> dict[str, fields.Field[Any]]:
    name = field_name(question, part)
    if part.kind is Kind.TABLE:
        return {each: fields.List(fields.String()) for each in column_names(part, name)}
    several = part.kind in _SEVERAL and not question.type.either
    return {name: fields.List(fields.String()) if several else Line(most=_LONGEST, required=False)}


def shown_form(question: Question, line: IntakeQuestion) -> Typed:
    """Return what the form holds of a question when it is shown for the first time."""
    typed = {} if line.value is None else typed_answer(question, line.value)
    held = held_answer(question, typed)
    state = ANSWERED if line.state is FactState.NOT_ASKED else line.state.value
    was = json.dumps({"state": state, "held": held}, ensure_ascii=False)
    return {
        **held,
        f"state.{question.key}": state,
        f"was.{question.key}": was,
        f"version.{question.key}": str(line.own_version or 0),
    }


def told_anew(questions: Iterable[Question], typed: Mapping[str, Any]) -> dict[str, Told]:
    """Return what differs from what was shown, by question."""
    found = {question.key: _told(question, typed) for question in questions}
    return {key: told for key, told in found.items() if told is not None}


def held_answer(question: Question, typed: Mapping[str, Any]) -> Typed:
    """Return the fields of a question that hold something."""
    held: Typed = {}
    for part in question.type.parts:
        name = field_name(question, part)
        if part.kind is Kind.TABLE:
            held |= held_rows(part, name, typed)
        else:
            held[name] = _plain(typed.get(name, ""))
    return {name: value for name, value in held.items() if value}


def answer_value(question: Question, held: Typed) -> object:
    """Return an answer as the rooms read it; None where nothing is held."""
    told = {part.name: _part_value(question, part, held) for part in question.type.parts}
    named = {name: value for name, value in told.items() if value} or None
    return next(iter(told.values())) or None if question.type.single else named


def _part_value(question: Question, part: Part, held: Typed) -> object:
    name = field_name(question, part)
    return rows_told(part, name, held) if part.kind is Kind.TABLE else held.get(name)


def _told(question: Question, typed: Mapping[str, Any]) -> Told | None:
    was_state, was_held = _was(typed.get(f"was.{question.key}", ""))
    state = typed.get(f"state.{question.key}", ANSWERED)
    held = held_answer(question, typed)
    same = held == was_held
    if same and state in {was_state, ANSWERED}:
        return None
    # What stood there before is no answer beside "does not say": only what was typed anew is.
    value = None if same else answer_value(question, held)
    version = int(typed.get(f"version.{question.key}", 0))
    return Told(state, value, version=version)


def _was(text: str) -> tuple[str, object]:
    try:
        was = json.loads(text)
        return str(was["state"]), was["held"]
    # an empty form, or one that is not ours: nested too deeply, say
    except (ValueError, TypeError, KeyError, RecursionError):
        return ANSWERED, {}


def _plain(value: str | list[str]) -> str | list[str]:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
