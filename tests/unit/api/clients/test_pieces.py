from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from caseflow.api.clients.pieces import (
    OutDamaged,
    OutEntry,
    OutFact,
    OutGoal,
    OutParagraph,
    damaged_shown,
    entry_shown,
    fact_shown,
    goal_shown,
    paragraph_shown,
)
from caseflow.records import HerWord, StoryEntry, StoryFact, StoryGoal, StoryParagraph
from caseflow.records.story import Damaged, Origin, StoryStep
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import CorrectionOutcome, EntryKind, FactState, GoalState

if TYPE_CHECKING:
    from caseflow.api.units import Units

DAY = date(2026, 3, 1)
NAMED = cast("Units", SimpleNamespace(slug=lambda unit: f"slug of {unit}"))
ORIGIN = Origin(
    id=uuid4(),
    unit=uuid4(),
    category="violence",
    basis=Basis(BasisKind.CONSENT, uuid4()),
    urgent=False,
    version=3,
    author="Berta",
    recorded_at=datetime(2026, 3, 2, tzinfo=UTC),
)
PIECE = {
    "unit": f"slug of {ORIGIN.unit}",
    "category": "violence",
    "basis": {"kind": "consent", "id": str(ORIGIN.basis.id)},
    "version": 3,
}
COPYABLE = {**PIECE, "copied": None, "copyable": False, "not_so": []}
OWN = {"id": str(ORIGIN.id)}
WORD = HerWord(ORIGIN.id, "So nicht.", DAY, CorrectionOutcome.STANDS, "Laut Bericht.", 2)
SAID = {
    **OWN,
    "said_on": "2026-03-01",
    "text": "So nicht.",
    "outcome": "stands",
    "reply": "Laut Bericht.",
    "version": 2,
}


def test_an_entry_has_its_words_in_fields() -> None:
    entry = StoryEntry(ORIGIN, EntryKind.NOTE, DAY, "Anruf", "")
    assert OutEntry().dump(entry_shown(NAMED, entry)) == {
        **COPYABLE,
        **OWN,
        "occurred_on": "2026-03-01",
        "kind": "note",
        "fields": {"title": "Anruf", "text": ""},
        "author": "Berta",
    }


def test_an_answer_has_a_value_and_one_withheld_has_none() -> None:
    for state, answer, value in (
        (FactState.ANSWERED, Answer("household", "number(0..40)", 3), 3),
        (FactState.ANSWERED, Answer("police", "text + until: date", {"text": "x"}), {"text": "x"}),
        (FactState.WITHHELD, None, None),
    ):
        fact = StoryFact(ORIGIN, "household", state, answer, DAY)
        assert OutFact().dump(fact_shown(NAMED, fact)) == {
            **COPYABLE,
            **OWN,
            "question": "household",
            "state": state.value,
            "value": value,
            "told_on": "2026-03-01",
        }


def test_a_paragraph_has_the_day_on_which_she_approved_it() -> None:
    paragraph = StoryParagraph(ORIGIN, "Ich bin gegangen.", DAY, (WORD,))
    assert OutParagraph().dump(paragraph_shown(NAMED, paragraph)) == {
        **PIECE,
        **OWN,
        "text": "Ich bin gegangen.",
        "approved_on": "2026-03-01",
        "not_so": [SAID],
    }


def test_a_goal_has_its_steps() -> None:
    goal = StoryGoal(ORIGIN, "Wohnung", GoalState.OPEN, DAY, (StoryStep(ORIGIN, DAY, "Antrag"),))
    step = {
        **OWN,
        "occurred_on": "2026-03-01",
        "text": "Antrag",
        "author": "Berta",
        "version": 3,
    }
    assert OutGoal().dump(goal_shown(NAMED, goal)) == {
        **PIECE,
        **OWN,
        "title": "Wohnung",
        "state": "open",
        "set_on": "2026-03-01",
        "steps": [step],
    }


def test_a_damaged_piece_says_where_it_is_missing() -> None:
    for table, kind in (("entries", "entries"), ("summary_paragraphs", "summary")):
        damaged = Damaged(table, ORIGIN.id, ORIGIN.unit, "health")
        assert OutDamaged().dump(damaged_shown(NAMED, damaged)) == {
            **OWN,
            "kind": kind,
            "unit": PIECE["unit"],
            "category": "health",
        }
