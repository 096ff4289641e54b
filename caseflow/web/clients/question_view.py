"""A question as the intake form shows it: its fields by the grammar of its answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from caseflow.http.language import gettext
from caseflow.records import IntakeQuestion
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Note, Question
from caseflow.vocabulary.questions.files import files_of
from caseflow.vocabulary.questions.part_labels import part_label
from caseflow.vocabulary.questions.show_answer import file_title
from caseflow.web.clients.field_view import FieldView, QuestionView
from caseflow.web.clients.row_view import row_views, sent_as
from caseflow.web.clients.typed_answers import field_name
from caseflow.web.clients.words import Words
from caseflow.web.forms import Form

FEW = 7  # options that stand side by side; more are a list that opens
SCALE = range(11)
_NAMED = {
    Kind.TEXT: "text",
    Kind.LIST: "text",
    Kind.CHOICES: "boxes",
    Kind.SCALE: "scale",
    Kind.TABLE: "rows",
    Kind.FILE: "files",
}
_YES_NO = frozenset({Kind.YES_NO, Kind.YES_NO_UNKNOWN})


def question_view(
    question: Question, line: IntakeQuestion, form: Form, named: Words
) -> QuestionView:
    """Return a question as it is shown, holding what the form holds."""
    views = _fields(question, line, form.typed, named)
    names = {question.key, f"{question.key}.state", *(view.name for view in views)}
    view = QuestionView(
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
        wrong=False,
    )
    names |= {cell.name for cell in view.cells}
    wrong = {problem.field for problem in form.problems}
    return replace(view, wrong=any(name in names or _in_row(name, views) for name in wrong))


def _in_row(name: str, views: tuple[FieldView, ...]) -> bool:
    """Say whether a problem is one of a whole row."""
    return any(view.rows and name.startswith(f"{view.name}.") for view in views)


def _fields(
    question: Question, line: IntakeQuestion, typed: Mapping[str, Any], named: Words
) -> tuple[FieldView, ...]:
    if question.type.either:
        options = [
            (named.label(option.labels), "")
            for part in question.type.parts
            for option in question.options(part)
        ]
        held = typed.get(question.key, "")
        return (FieldView(question.key, "suggestions", "", held, tuple(options)),)
    fields = (_field(question, part, typed, named) for part in question.type.parts)
    language = named.language
    return tuple(
        _with_files(field, line, language) if field.shape == "files" else field for field in fields
    )


def _with_files(field: FieldView, line: IntakeQuestion, language: str) -> FieldView:
    """Return the field with the documents that the answer names and that may be named again."""
    if line.shown is None or line.value is None:
        return field
    files = files_of(replace(line.shown, value=line.value))
    options = ((str(each.document), file_title(each.title, language)) for each in files)
    return replace(field, options=tuple(options))


def _field(question: Question, part: Part, typed: Mapping[str, Any], named: Words) -> FieldView:
    name = field_name(question, part)
    label = "" if question.type.single else part_label(part, named.language).rstrip(":")
    options = _options(question, part, named)
    view = FieldView(name, _shape(part, len(options)), label, typed.get(name, ""), options)
    if part.kind is not Kind.TABLE:
        return view
    sent = sent_as(part, name)

    def cell(column: Part, place: str, text: str) -> FieldView:
        known = _options(question, column, named)
        label = named.label(question.columns[column.name])
        shape = "list" if known else "line"
        return FieldView(place, shape, label, text, known, sent=sent[column.name])

    return replace(view, rows=row_views(part, name, typed, cell))


def _options(question: Question, part: Part, named: Words) -> tuple[tuple[str, str], ...]:
    if part.kind in _YES_NO:
        yes_no = (("yes", gettext("yes")), ("no", gettext("no")))
        unsure = (("unknown", gettext("unknown")),) if part.kind is Kind.YES_NO_UNKNOWN else ()
        return (*yes_no, *unsure)
    if part.kind is Kind.SCALE:
        return tuple((str(step), str(step)) for step in SCALE)
    return tuple((option.code, named.label(option.labels)) for option in question.options(part))


def _shape(part: Part, options: int) -> str:
    if part.kind in _NAMED:
        return _NAMED[part.kind]
    if not options:
        return "line"
    return "radios" if options <= FEW else "list"
