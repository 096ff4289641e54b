"""A question as the intake form shows it: its fields by the grammar of its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from caseflow.http.language import gettext
from caseflow.records import IntakeQuestion
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Note, Question
from caseflow.vocabulary.questions.part_labels import part_label
from caseflow.vocabulary.states import FactState
from caseflow.web.clients.typed_answers import field_name
from caseflow.web.clients.words import Words
from caseflow.web.forms import Form

FEW = 7  # options that stand side by side; more are a list that opens
SCALE = range(11)
_LONG = frozenset({Kind.TEXT, Kind.LIST})
_YES_NO = frozenset({Kind.YES_NO, Kind.YES_NO_UNKNOWN})


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: how it is filled in, and what it holds."""

    name: str
    shape: str  # text, line, radios, boxes, list, suggestions, scale
    label: str  # empty where the question itself is the label
    held: Any  # text, or a list of codes
    options: tuple[tuple[str, str], ...] = ()  # value, label


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its fields, and what is told already."""

    key: str
    label: str
    hint: str
    category: str
    line: IntakeQuestion
    fields: tuple[FieldView, ...]
    state: str  # as it is ticked
    was: str  # what the form held when it was shown first
    confirmed: bool
    voluntary: bool
    wrong: bool

    @property
    def told(self) -> bool:
        """Say whether she was asked before."""
        return self.line.state is not FactState.NOT_ASKED


def question_view(
    question: Question, line: IntakeQuestion, form: Form, named: Words
) -> QuestionView:
    """Return a question as it is shown, holding what the form holds."""
    views = _fields(question, form.typed, named)
    names = {question.key, f"{question.key}.state", *(view.name for view in views)}
    return QuestionView(
        key=question.key,
        label=named.label(question.labels),
        hint=named.label(question.hints) if question.hints else "",
        category=question.category,
        line=line,
        fields=views,
        state=form.typed.get(f"state.{question.key}", ""),
        was=form.typed.get(f"was.{question.key}", ""),
        confirmed=question.key in form.typed.get("confirmed", ()),
        voluntary=Note.VOLUNTARY in question.notes,
        wrong=any(problem.field in names for problem in form.problems),
    )


def _fields(question: Question, typed: Mapping[str, Any], named: Words) -> tuple[FieldView, ...]:
    if question.type.either:
        options = [
            (named.label(option.labels), "")
            for part in question.type.parts
            for option in question.options(part)
        ]
        held = typed.get(question.key, "")
        return (FieldView(question.key, "suggestions", "", held, tuple(options)),)
    return tuple(_field(question, part, typed, named) for part in question.type.parts)


def _field(question: Question, part: Part, typed: Mapping[str, Any], named: Words) -> FieldView:
    name = field_name(question, part)
    label = "" if question.type.single else part_label(part, named.language).rstrip(":")
    options = _options(question, part, named)
    return FieldView(name, _shape(part, len(options)), label, typed.get(name, ""), options)


def _options(question: Question, part: Part, named: Words) -> tuple[tuple[str, str], ...]:
    if part.kind in _YES_NO:
        yes_no = (("yes", gettext("yes")), ("no", gettext("no")))
        unsure = (("unknown", gettext("unknown")),) if part.kind is Kind.YES_NO_UNKNOWN else ()
        return (*yes_no, *unsure)
    if part.kind is Kind.SCALE:
        return tuple((str(step), str(step)) for step in SCALE)
    return tuple((option.code, named.label(option.labels)) for option in question.options(part))


def _shape(part: Part, options: int) -> str:
    if part.kind in _LONG:
        return "text"
    if part.kind is Kind.CHOICES:
        return "boxes"
    if part.kind is Kind.SCALE:
        return "scale"
    if not options:
        return "line"
    return "radios" if options <= FEW else "list"
