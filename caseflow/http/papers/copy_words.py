"""Say the codes of a client's copy as words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.questions.show_answer import show_answer
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import (
    ConsentState,
    DocumentKind,
    EntryKind,
    FactState,
    GoalState,
    HandoverState,
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        EntryKind.CONTACT: mark("Contact"),
        EntryKind.NOTE: mark("Note"),
        EntryKind.ASSESSMENT: mark("Assessment"),
        EntryKind.EVENT: mark("Event"),
        EntryKind.DECISION: mark("Decision"),
        EntryKind.PROGRESS: mark("Progress"),
    }
)
DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        DocumentKind.LETTER: mark("Letter"),
        DocumentKind.DECISION: mark("Decision of an office or a court"),
        DocumentKind.CERTIFICATE: mark("Certificate"),
        DocumentKind.IDENTITY_PAPER: mark("Identity paper"),
        DocumentKind.CONTRACT: mark("Contract"),
        DocumentKind.EVIDENCE: mark("Picture or message as evidence"),
        DocumentKind.OTHER: mark("Other document"),
    }
)
FACTS: Mapping[str, str] = MappingProxyType(
    {
        FactState.ANSWERED: mark("answered"),
        FactState.WITHHELD: mark("not said here"),
        FactState.UNKNOWN: mark("not known"),
    }
)
GOALS: Mapping[str, str] = MappingProxyType(
    {
        GoalState.OPEN: mark("on the way"),
        GoalState.REACHED: mark("reached"),
        GoalState.DROPPED: mark("given up"),
    }
)
CONSENTS: Mapping[str, str] = MappingProxyType(
    {
        ConsentState.PENDING: mark("in force, part of it waits"),
        ConsentState.ACTIVE: mark("in force"),
        ConsentState.PARTLY_WITHDRAWN: mark("partly taken back"),
        ConsentState.WITHDRAWN: mark("taken back"),
        ConsentState.EXPIRED: mark("run out"),
    }
)
HANDOVERS: Mapping[str, str] = MappingProxyType(
    {
        HandoverState.OPEN: mark("waits"),
        HandoverState.ACCEPTED: mark("accepted"),
        HandoverState.DECLINED: mark("declined"),
        HandoverState.WITHDRAWN: mark("withdrawn"),
        HandoverState.EXPIRED: mark("run out"),
    }
)
LEFT_OUT = mark("left out")


def answer_said(said: Mapping[str, Any], voice: Voice) -> tuple[str, str]:
    """Return a question and its answer, or why there is none."""
    key, labels, value = said["question"], said["labels"], said["value"]
    question = in_language(labels, voice.of_the_house) if labels else key.replace("_", " ")
    if said["redacted"]:
        return question, voice.say(LEFT_OUT)
    if value is None:
        return question, voice.say(FACTS[said.get("state", FactState.UNKNOWN)])
    return question, _value_said(voice.configuration.catalogue.question(key), value, voice)


def _value_said(asked: Question | None, value: Any, voice: Voice) -> str:  # noqa: ANN401 - any answer
    """Return an answer as text; one of a type that is not asked any more as it was kept."""
    if asked is None:
        return str(value)
    try:
        return show_answer(
            asked, Answer(asked.key, asked.type.expression, value), voice.of_the_house
        )
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return str(value)
