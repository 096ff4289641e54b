"""What is handed to a partner outside: chosen pieces, and of each what may be told."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from caseflow.records.open_pieces import Pieces
from caseflow.records.story import StoryEntry, StoryFact
from caseflow.records.third_parties import may_speak_of_others
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.questions.stored_answer import Answer, answer_text, stored_answer
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class Choice:
    """What she who discloses has chosen, piece by piece; nothing chosen never means all."""

    entries: frozenset[str]  # ids
    facts: frozenset[str]  # questions
    release: frozenset[str] = frozenset()  # of these, what may be told although it may name others


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """An entry as it is told; its words are there when they were released."""

    id: str
    category: str
    kind: str
    occurred_on: str
    title: str | None
    text: str | None

    @property
    def redacted(self) -> bool:
        """Say whether its words were left out."""
        return self.text is None


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """An answer as it is told; one that may speak of others is there when it was released."""

    id: str
    category: str
    question: str
    told_on: str
    answer: Answer | None

    @property
    def redacted(self) -> bool:
        """Say whether the answer was left out."""
        return self.answer is None


@dataclass(frozen=True, slots=True)
class HandOut:
    """All that a partner is told at once."""

    entries: tuple[ToldEntry, ...]
    answers: tuple[ToldAnswer, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """Return what it is about, ascending."""
        of_entries = {each.category for each in self.entries}
        return tuple(sorted(of_entries | {each.category for each in self.answers}))


def offered(pieces: Pieces) -> tuple[tuple[StoryEntry, ...], tuple[StoryFact, ...]]:
    """Return what can be chosen: entries, and questions that she has answered.

    A piece that she disputes is not handed on (Art. 18 GDPR).
    """
    facts = [each for each in pieces.facts() if each.state is FactState.ANSWERED]
    agreed = [each for each in pieces.entries() if not each.origin.disputed]
    return tuple(agreed), tuple(each for each in facts if not each.origin.disputed)


def chosen(pieces: Pieces, choice: Choice, configuration: Configuration) -> HandOut:
    """Return the chosen pieces, as far as they may be told."""
    entries, facts = offered(pieces)
    return HandOut(
        tuple(
            _entry(each, choice.release)
            for each in entries
            if str(each.origin.id) in choice.entries
        ),
        tuple(
            _answer(each, choice.release, configuration)
            for each in facts
            if each.question in choice.facts
        ),
    )


def _entry(found: StoryEntry, release: Collection[str]) -> ToldEntry:
    told = str(found.origin.id) in release
    return ToldEntry(
        id=str(found.origin.id),
        category=found.origin.category,
        kind=found.kind.value,
        occurred_on=found.occurred_on.isoformat(),
        title=found.title if told else None,
        text=found.text if told else None,
    )


def _answer(found: StoryFact, release: Collection[str], configuration: Configuration) -> ToldAnswer:
    hidden = may_speak_of_others(found, configuration) and found.question not in release
    return ToldAnswer(
        id=str(found.origin.id),
        category=found.origin.category,
        question=found.question,
        told_on=found.told_on.isoformat(),
        answer=None if hidden else found.answer,
    )


def told_text(hand_out: HandOut) -> str:
    """Return the canonical JSON that is sealed into the unit's evidence."""
    entries = [
        {
            "id": each.id,
            "category": each.category,
            "kind": each.kind,
            "occurred_on": each.occurred_on,
            "title": each.title,
            "text": each.text,
        }
        for each in hand_out.entries
    ]
    answers = [
        {
            "id": each.id,
            "category": each.category,
            "question": each.question,
            "told_on": each.told_on,
            "answer": None if each.answer is None else answer_text(each.answer),
        }
        for each in hand_out.answers
    ]
    told = {"entries": entries, "answers": answers}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def told_before(text: str) -> HandOut:
    """Return what a text tells that was sealed before."""
    told = json.loads(text)
    return HandOut(
        tuple(ToldEntry(**each) for each in told["entries"]),
        tuple(_answer_before(each) for each in told["answers"]),
    )


def _answer_before(kept: Mapping[str, Any]) -> ToldAnswer:
    text = kept["answer"]
    answer = None if text is None else stored_answer(kept["question"], text)
    return ToldAnswer(kept["id"], kept["category"], kept["question"], kept["told_on"], answer)
