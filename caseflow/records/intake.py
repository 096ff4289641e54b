"""What an intake form is: the questions of a unit, filled in with what is already told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caseflow.records.overview import Overview
from caseflow.records.story import Damaged, HerWord, StoryFact
from caseflow.vocabulary.bases import Basis
from caseflow.vocabulary.questions.faults import Value
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class Source:
    """Who was told, when, and what lets the acting unit see it."""

    unit: UUID
    told_on: date
    basis: Basis


@dataclass(frozen=True, slots=True)
class IntakeQuestion:
    """One question of the form, with the answer that counts."""

    question: str  # key in the catalogue
    later: bool  # asked in the first weeks, not on the first day
    state: FactState = FactState.NOT_ASKED
    value: Value | None = None  # the answer in its one form
    shown: Answer | None = None  # the same with the words it had, to be shown to people
    source: Source | None = None  # none: not asked
    still_true_asked: bool = False  # an old answer that may have changed
    own_version: int | None = None  # of the acting unit's own answer; none: it has none yet
    differing: tuple[StoryFact, ...] = ()  # what other units were told instead
    her_words: tuple[HerWord, ...] = ()  # what she says against this answer, whoever was told it


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """The form of a unit for one client; the counts are of the first day's questions."""

    questions: tuple[IntakeQuestion, ...]  # in the order of the catalogue
    total: int
    already_told: int  # those answered; withheld and unknown are not
    damaged: tuple[Damaged, ...]
    overview: Overview
