"""The page of an intake form: first day, first weeks, each question with its source."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.records import IntakeForm, IntakeQuestion, open_intake
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.files import files_of, with_files
from caseflow.web.clients.answer_form import ANOTHER_ROW, shown_form
from caseflow.web.clients.client_frame import Frame, client_page, frame_of
from caseflow.web.clients.field_view import QuestionView
from caseflow.web.clients.own_unit import own_kind
from caseflow.web.clients.question_view import question_view
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.forms import Form


def asked_here() -> tuple[Question, ...]:
    """Return all that her unit asks."""
    return current.work().configuration.catalogue.asked(own_kind())


def intake_page(
    client: UUID, reason: str = "", sent: Form | None = None, *, saved: str = ""
) -> Response:
    """Return the form with what is told, or with what was sent: it is wrong, or needs a row."""
    answer = open_intake(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    views = _views(frame, answer.value, sent)
    return client_page(
        frame,
        "intake.html",
        422 if sent is not None and sent.problems else 200,
        form=sent or Form(),
        intake=answer.value,
        first_day=_by_category(frame, (view for view in views if not view.line.later)),
        later=_by_category(frame, (view for view in views if view.line.later)),
        later_wrong=any(view.wrong or _grows(view, sent) for view in views if view.line.later),
        labels=_labels(views),
        versions=_versions(answer.value),
        saved=saved,
    )


def _views(frame: Frame, intake: IntakeForm, sent: Form | None) -> list[QuestionView]:
    catalogue = frame.words.configuration.catalogue
    found = [(catalogue.by_key[line.question], line) for line in intake.questions]
    pairs = [(question, _own_files(question, line)) for question, line in found]
    form = sent
    if form is None:
        shown: dict[str, Any] = {}
        for question, line in pairs:
            shown |= shown_form(question, line)
        form = Form(shown)
    return [question_view(question, line, form, frame.words) for question, line in pairs]


def _own_files(question: Question, line: IntakeQuestion) -> IntakeQuestion:
    """Let the form hold this unit's own files, whoever's answer counts: it can name no others."""
    unit = current.actor().unit
    own = line.source is None or line.source.unit == unit
    if own or line.shown is None or question.type.of_kind(Kind.FILE) is None:
        return line
    told = [each.answer for each in line.differing if each.answer and each.origin.unit == unit]
    files = files_of(told[-1]) if told else ()
    return replace(line, value=with_files(question, line.shown, files).value)


def _grows(view: QuestionView, sent: Form | None) -> bool:
    """Say whether this question gets another row."""
    return sent is not None and sent.typed.get(ANOTHER_ROW) in {each.name for each in view.fields}


def _by_category(
    frame: Frame, views: Iterable[QuestionView]
) -> list[tuple[str, list[QuestionView]]]:
    found: dict[str, list[QuestionView]] = {}
    for view in views:
        found.setdefault(view.category, []).append(view)
    return [(each.key, found[each.key]) for each in frame.words.in_order(found)]


def _labels(views: Iterable[QuestionView]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for view in views:
        labels[view.key] = view.label
        named = (*view.fields, *view.cells)
        labels |= {each.name: f"{view.label}: {each.label}" for each in named if each.label}
    return labels


def _versions(intake: IntakeForm) -> dict[str, int]:
    """Return what stands now: whoever was overtaken sees it, and may send hers again."""
    return {line.question: line.own_version or 0 for line in intake.questions}
