"""Choose from a story what somebody wants to look at: a category, a unit, a year."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.records import Story, StoryEntry, StoryFact
from caseflow.records.story import Origin, StoryAppointment
from caseflow.vocabulary.ids import read_id
from caseflow.web.moments import day_of

_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked at; what is left out means all of it."""

    category: str = ""
    unit: UUID | None = None
    year: int | None = None

    def but(self, name: str, value: object) -> dict[str, object]:
        """Return what the address of this filter asks for, with one thing changed; None for all."""
        asked = {"category": self.category or None, "unit": self.unit, "year": self.year}
        return {**asked, name: value}

    def lets(self, origin: Origin) -> bool:
        """Say whether a piece from there is looked at."""
        return self.category in {"", origin.category} and self.unit in {None, origin.unit}

    def entries(self, story: Story) -> list[StoryEntry]:
        """Return the entries that are looked at, the latest first."""
        return [
            entry
            for entry in reversed(story.entries)
            if self.lets(entry.origin) and self.year in {None, entry.occurred_on.year}
        ]

    def appointments(self, story: Story) -> list[StoryAppointment]:
        """Return the appointments that are looked at, the latest first."""
        return [
            found
            for found in reversed(story.appointments)
            if self.lets(found.origin) and self.year in {None, day_of(found.starts).year}
        ]

    def facts(self, story: Story, asked: Iterable[str]) -> dict[str, list[StoryFact]]:
        """Return the answers that are looked at by category, in the order in which is asked."""
        place = {question: number for number, question in enumerate(asked)}
        found: dict[str, list[StoryFact]] = {}
        # The answer to go by comes before those that differ from it.
        for fact in sorted(
            story.facts,
            key=lambda each: (place.get(each.question, len(place)), each.question, not each.counts),
        ):
            if self.lets(fact.origin):
                found.setdefault(fact.origin.category, []).append(fact)
        return found


@dataclass(frozen=True, slots=True)
class Choices:
    """What a story can be filtered by."""

    categories: frozenset[str]
    units: frozenset[UUID]
    years: Sequence[int]  # the latest first


def read_filter(sent: Mapping[str, str]) -> Filter:
    """Return the filter that an address or a form names; what makes no sense filters nothing."""
    year = sent.get("year", "")
    return Filter(
        category=sent.get("category", ""),
        unit=read_id(sent.get("unit", "")),
        year=int(year) if _YEAR.fullmatch(year) else None,
    )


def choices(story: Story) -> Choices:
    """Return what this story can be filtered by."""
    origins = list(_origins(story))
    years = {entry.occurred_on.year for entry in story.entries}
    years |= {day_of(found.starts).year for found in story.appointments}
    return Choices(
        frozenset(origin.category for origin in origins),
        frozenset(origin.unit for origin in origins),
        sorted(years, reverse=True),
    )


def _origins(story: Story) -> Iterator[Origin]:
    yield from (paragraph.origin for paragraph in story.summary)
    yield from (entry.origin for entry in story.entries)
    yield from (fact.origin for fact in story.facts)
    yield from (goal.origin for goal in story.goals)
    yield from (document.origin for document in story.documents)
    yield from (found.origin for found in story.appointments)
