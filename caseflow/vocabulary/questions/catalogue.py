"""The catalogue of questions: who asks what on which day, and in which drawer the answer lies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caseflow.vocabulary.questions.answer_types import AnswerType, Part
from caseflow.vocabulary.units import UnitKind


class Note(StrEnum):
    """What is special about a question."""

    ARTICLE_9 = "article_9"  # special category of Art. 9 GDPR
    CRIMINAL = "criminal"  # data on criminal acts, Art. 10 GDPR
    EMERGENCY = "emergency"  # to be shown first in an emergency
    THIRD_PARTY = "third_party"  # speaks of other persons
    WALL = "wall"  # names somebody who may have to be walled off
    STATISTICS = "statistics"  # its class alone enters statistics
    VOLUNTARY = "voluntary"  # never a condition of help
    STAFF = "staff"  # judged by staff, not asked of the client


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a list."""

    code: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OptionList:
    """The options of a choice, in their order."""

    key: str
    options: tuple[Option, ...]

    def option(self, code: str) -> Option | None:
        """Return the option of that code, or None."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, the same for every unit that asks it."""

    key: str
    labels: Mapping[str, str]
    category: str
    type: AnswerType
    lists: Mapping[str, OptionList]  # by the list key of its parts
    first_day: frozenset[UnitKind] = frozenset()
    later: frozenset[UnitKind] = frozenset()  # asked in the first weeks
    volatile: bool = False  # an old answer is shown with its date and "still true?"
    notes: frozenset[Note] = frozenset()
    hints: Mapping[str, str] = field(default_factory=dict)  # how to write the answer down
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # of a table: labels

    def options(self, part: Part) -> tuple[Option, ...]:
        """Return the options of one of its parts; none where the part is no choice."""
        found = self.lists.get(part.list_key)
        return found.options if found else ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All questions, in the order in which they are asked."""

    questions: tuple[Question, ...]
    lists: Mapping[str, OptionList]
    by_key: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {question.key: question for question in self.questions})

    def question(self, key: str) -> Question | None:
        """Return the question of that key, or None."""
        return self.by_key.get(key)

    def first_day(self, kind: UnitKind) -> tuple[Question, ...]:
        """Return what such a unit asks on the first day."""
        return tuple(question for question in self.questions if kind in question.first_day)

    def later(self, kind: UnitKind) -> tuple[Question, ...]:
        """Return what such a unit asks in the first weeks."""
        return tuple(question for question in self.questions if kind in question.later)

    def asked(self, kind: UnitKind) -> tuple[Question, ...]:
        """Return all that such a unit asks."""
        return tuple(
            question for question in self.questions if kind in question.first_day | question.later
        )

    def in_category(self, category: str) -> tuple[Question, ...]:
        """Return the questions whose answers lie in the drawers of that category."""
        return tuple(question for question in self.questions if question.category == category)
