from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from caseflow.records import Story, StoryEntry, StoryFact, StoryGoal, StoryParagraph
from caseflow.records.overview import Overview
from caseflow.records.story import Origin
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.states import EntryKind, FactState, GoalState
from caseflow.web.clients.story_filter import Filter, choices, read_filter

OWN, OTHER = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def _origin(category: str, unit: UUID = OWN) -> Origin:
    basis = Basis(BasisKind.OWN_UNIT, UUID(int=9))
    return Origin(UUID(int=3), unit, category, basis, False, 1, "Berta", NOW)  # noqa: FBT003 - not urgent


def _entry(category: str, year: int, unit: UUID = OWN) -> StoryEntry:
    return StoryEntry(_origin(category, unit), EntryKind.NOTE, date(year, 5, 1), str(year), "")


def _fact(question: str, *, counts: bool = True, unit: UUID = OWN) -> StoryFact:
    origin = _origin("health", unit)
    return StoryFact(origin, question, FactState.UNKNOWN, None, date(2026, 1, 1), counts=counts)


STORY = Story(
    summary=(StoryParagraph(_origin("documents"), "x", date(2026, 1, 1)),),
    entries=(_entry("violence", 2024), _entry("health", 2025), _entry("violence", 2026, OTHER)),
    facts=(_fact("medication", counts=False, unit=OTHER), _fact("medication"), _fact("allergies")),
    goals=(StoryGoal(_origin("goals"), "y", GoalState.OPEN, date(2026, 1, 1), ()),),
    documents=(),
    damaged=(),
    overview=Overview(OWN, "", None, (), ()),
)


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (Filter(), ["2026", "2025", "2024"]),
        (Filter(category="violence"), ["2026", "2024"]),
        (Filter(unit=OTHER), ["2026"]),
        (Filter(year=2025), ["2025"]),
        (Filter(category="violence", unit=OWN, year=2026), []),
    ],
)
def test_the_latest_of_what_is_wanted_comes_first(wanted: Filter, titles: list[str]) -> None:
    assert [entry.title for entry in wanted.entries(STORY)] == titles


def test_facts_come_in_the_order_in_which_is_asked_and_the_one_that_counts_first() -> None:
    found = Filter().facts(STORY, ["allergies", "medication"])
    assert [(each.question, each.counts) for each in found["health"]] == [
        ("allergies", True),
        ("medication", True),
        ("medication", False),
    ]


def test_a_question_that_is_no_longer_asked_comes_last() -> None:
    found = Filter().facts(STORY, ["medication"])
    assert [each.question for each in found["health"]][-1] == "allergies"


def test_facts_are_filtered_by_unit() -> None:
    found = Filter(unit=OTHER).facts(STORY, ["medication"])
    assert [each.counts for each in found["health"]] == [False]


def test_a_story_is_filtered_by_what_is_in_it() -> None:
    found = choices(STORY)
    assert found.categories == {"violence", "health", "documents", "goals"}
    assert found.units == {OWN, OTHER}
    assert found.years == [2026, 2025, 2024]


def test_a_filter_is_read_from_an_address() -> None:
    sent = {"category": "health", "unit": str(OWN), "year": "2025"}
    assert read_filter(sent) == Filter("health", OWN, 2025)


@pytest.mark.parametrize("year", ["", "x", "٢٠٢٥", "20255", "-202"])
def test_what_makes_no_sense_filters_nothing(year: str) -> None:
    assert read_filter({"unit": "x", "year": year}) == Filter()
