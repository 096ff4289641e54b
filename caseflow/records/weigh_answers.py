"""Decide which answer counts where several units were told something about one question.

What she withheld from the acting unit hides the other units' answers from it, but what an
emergency opened; else the answer told last counts, and one that differs is shown beside it, as is
one against which she says something: her word has to be seen to be settled. That she did not know
hides nothing.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.records.story import StoryFact
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class Weighed:
    """The answer to go by, and what else is to be seen of its question."""

    counts: StoryFact
    beside: tuple[StoryFact, ...]  # by day
    own: StoryFact | None  # what the acting unit itself was told


def weigh_answers(facts: Iterable[StoryFact], unit: UUID) -> dict[str, Weighed]:
    """Return what counts for the acting unit, by question; the facts come by day."""
    newest: dict[str, dict[tuple[UUID, int], StoryFact]] = {}
    for fact in facts:
        # A unit's later answer takes the place of its earlier one; of two records both are weighed.
        kept = fact.origin.unit, fact.origin.record
        newest.setdefault(fact.question, {})[kept] = fact
    return {question: _weigh(list(told.values()), unit) for question, told in newest.items()}


def _weigh(told: list[StoryFact], unit: UUID) -> Weighed:
    age = partial(_age, unit)
    owns = [fact for fact in told if fact.origin.unit == unit]
    silent = [fact for fact in owns if fact.state is FactState.WITHHELD]
    # What she withheld in one record stands until it is told anew there.
    own = max(silent or owns, key=age, default=None)
    seen = [fact for fact in told if fact in owns or not silent or fact.origin.urgent]
    answered = [fact for fact in seen if fact.state is FactState.ANSWERED]
    counts = max(answered, key=age) if answered else own or max(seen, key=age)
    others = [fact for fact in answered if _value(fact) != _value(counts)]
    differs = bool(others)
    beside = [dataclasses.replace(fact, counts=False, differs=True) for fact in others]
    shown_too = [fact for fact in seen if fact in silent or (fact.her_words and fact not in others)]
    beside += [dataclasses.replace(fact, counts=False) for fact in shown_too if fact is not counts]
    return Weighed(
        dataclasses.replace(counts, differs=differs), tuple(sorted(beside, key=age)), own
    )


def _age(unit: UUID, fact: StoryFact) -> tuple[object, ...]:
    # Of two in the same instant the own one counts, so that the same is always said.
    return fact.told_on, fact.origin.recorded_at, fact.origin.unit == unit, fact.origin.id


def _value(fact: StoryFact) -> object:
    return None if fact.answer is None else fact.answer.value
