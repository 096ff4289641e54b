"""The page of an intake form: first day, first weeks, each question with its source."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.records import IntakeForm, open_intake
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.web.clients.answer_form import shown_form
from caseflow.web.clients.client_frame import Frame, client_page, frame_of
from caseflow.web.clients.own_unit import own_kind
from caseflow.web.clients.question_view import QuestionView, question_view
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.forms import Form


def asked_here() -> tuple[Question, ...]:
    """Return all that her unit asks."""
    return current.work().configuration.catalogue.asked(own_kind())


def intake_page(
    client: UUID, reason: str = "", sent: Form | None = None, *, saved: str = ""
) -> Response:
    """Return the form with what is told, or with what was sent and is wrong."""
    answer = open_intake(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    views = _views(frame, answer.value, sent)
    return client_page(
        frame,
        "intake.html",
        200 if sent is None else 422,
        form=sent or Form(),
        intake=answer.value,
        first_day=_by_category(frame, (view for view in views if not view.line.later)),
        later=_by_category(frame, (view for view in views if view.line.later)),
        later_wrong=any(view.wrong for view in views if view.line.later),
        labels=_labels(views),
        versions=_versions(answer.value),
        saved=saved,
    )


def _views(frame: Frame, intake: IntakeForm, sent: Form | None) -> list[QuestionView]:
    catalogue = frame.words.configuration.catalogue
    pairs = [(catalogue.by_key[line.question], line) for line in intake.questions]
    form = sent
    if form is None:
        shown: dict[str, Any] = {}
        for question, line in pairs:
            shown |= shown_form(question, line)
        form = Form(shown)
    return [question_view(question, line, form, frame.words) for question, line in pairs]


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
        labels |= {each.name: f"{view.label}: {each.label}" for each in view.fields if each.label}
    return labels


def _versions(intake: IntakeForm) -> dict[str, int]:
    """Return what stands now: whoever was overtaken sees it, and may send hers again."""
    return {line.question: line.own_version or 0 for line in intake.questions}
