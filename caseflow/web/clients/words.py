"""Name units, categories, questions, days and grounds in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from caseflow.consents import known_partners
from caseflow.http import current
from caseflow.http.appointment_words import APPOINTMENTS
from caseflow.http.language import gettext, language, mark
from caseflow.http.papers.copy_words import DOCUMENTS, GOALS, KINDS
from caseflow.http.papers.voice import Voice
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.configuration import Category
from caseflow.vocabulary.questions.files import NamedFile, beside_files, files_of
from caseflow.vocabulary.questions.show_answer import show_answer
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import (
    AppointmentState,
    DocumentKind,
    EntryKind,
    FactState,
    GoalState,
)

GROUNDS: Mapping[BasisKind, str] = MappingProxyType(
    {
        BasisKind.OWN_UNIT: mark("from your own unit"),
        BasisKind.CONSENT: mark("by her consent"),
        BasisKind.EMERGENCY: mark("by the emergency that you declared"),
        BasisKind.EXCEPTION: mark("on another lawful ground"),
        BasisKind.DESK: mark("because she is at your desk"),
        BasisKind.MEMBERSHIP: mark("because you belong to the unit"),
    }
)
FACT_STATES: Mapping[FactState, str] = MappingProxyType(
    {
        FactState.ANSWERED: mark("answered"),
        FactState.WITHHELD: mark("does not say here"),
        FactState.UNKNOWN: mark("does not know"),
        FactState.NOT_ASKED: mark("not asked yet"),
    }
)


@dataclass(frozen=True, slots=True)
class Words(Voice):
    """What the ids and codes of a page are called."""

    units: Mapping[UUID, str] = field(default_factory=dict)
    partners: Mapping[UUID, str] = field(default_factory=dict)  # organisations outside

    def unit(self, unit: UUID) -> str:
        """Return the name of a unit, or of an organisation outside where those are known."""
        return self.units.get(unit) or self.partners.get(unit, "")

    def category(self, key: str) -> Category:
        """Return a category with its colour and symbol."""
        return self.configuration.categories[key]

    def question(self, key: str) -> str:
        """Return a question as it is asked; one that is no longer asked by its key."""
        found = self.configuration.catalogue.question(key)
        return key.replace("_", " ") if found is None else self.label(found.labels)

    def volatile(self, key: str) -> bool:
        """Say whether an old answer to this question may not be true any more."""
        found = self.configuration.catalogue.question(key)
        return found is not None and found.volatile

    def answer(self, answer: Answer) -> str:
        """Return an answer as one text."""
        asked = self.configuration.catalogue.question(answer.question)
        return show_answer(asked, answer, self.language)

    def answer_beside(self, answer: Answer, *, linked: bool) -> str:
        """Return an answer as one text; files that stand below it as links are left out."""
        told = beside_files(answer) if linked else answer
        return "" if told is None else self.answer(told)

    def files(self, answer: Answer | None) -> tuple[NamedFile, ...]:
        """Return the documents that an answer names."""
        return () if answer is None else files_of(answer)

    def instant_day(self, at: datetime) -> str:
        """Return the provider's day of an instant as people write it."""
        return self.day(local_day(at, self.configuration.zone))

    def ground(self, kind: BasisKind) -> str:
        """Return why a piece is seen."""
        return gettext(GROUNDS[kind])

    def written_day(self, day: str) -> str:
        """Return a day that is kept as a text."""
        return self.day(date.fromisoformat(day))

    def written_kind(self, kind: str) -> str:
        """Return what kind of history an entry was that was told."""
        return self.kind(EntryKind(kind))

    def kind(self, kind: EntryKind) -> str:
        """Return what kind of history an entry is."""
        return gettext(KINDS[kind])

    def document_kind(self, kind: DocumentKind) -> str:
        """Return what an attached file is."""
        return gettext(DOCUMENTS[kind])

    def fact_state(self, state: FactState) -> str:
        """Return how a question was answered."""
        return gettext(FACT_STATES[state])

    def goal_state(self, state: GoalState) -> str:
        """Return where a goal stands."""
        return gettext(GOALS[state])

    def appointment_state(self, state: AppointmentState) -> str:
        """Return what has become of an appointment."""
        return gettext(APPOINTMENTS[state])

    def in_order(self, categories: Iterable[str]) -> list[Category]:
        """Return these categories in the order of the configuration."""
        wanted = set(categories)
        return [found for key, found in self.configuration.categories.items() if key in wanted]


def words(*, outside: bool = False, spoken: str = "") -> Words:
    """Return the words of this answer, or of a paper in the language spoken by who gets it.

    Where consents are shown, of those outside too.
    """
    units = {unit.id: unit.name for unit in current.units()}
    partners = {each.id: each.name for each in known_partners(current.work())} if outside else {}
    return Words(spoken or language(), current.work().configuration, units, partners)
