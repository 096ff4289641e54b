from dataclasses import replace
from datetime import date

import pytest

from caseflow.records.story import (
    Damaged,
    HerWord,
    Origin,
    StoryDocument,
    StoryEntry,
    StoryFact,
    StoryGoal,
    StoryParagraph,
    StoryStep,
)
from caseflow.subject_rights.copy_pieces import (
    answer_copy,
    damaged_copy,
    document_copy,
    entry_copy,
    goal_copy,
    paragraph_copy,
)
from caseflow.subject_rights.copy_terms import Terms
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import (
    CorrectionOutcome,
    DocumentKind,
    EntryKind,
    FactState,
    GoalState,
)
from tests.factories.house import configuration
from tests.unit.subject_rights.views import GIVER, NOW

DAY = date(2026, 3, 1)
ORIGIN = Origin(
    id=new_id(),
    unit=GIVER,
    category="health",
    basis=Basis(BasisKind.OWN_UNIT, GIVER),
    urgent=False,
    version=1,
    author="Berta",
    recorded_at=NOW,
)
KEPT = Terms(frozenset(), configuration(), {}, NOW)
RELEASED = replace(KEPT, release=frozenset({str(ORIGIN.id), "children"}))


def _answer(question: str, state: FactState = FactState.ANSWERED) -> StoryFact:
    told = stored_answer(question, "Deniz") if state is FactState.ANSWERED else None
    return StoryFact(ORIGIN, question, state, told, DAY)


def test_what_staff_wrote_is_left_out_until_it_is_released() -> None:
    entry = StoryEntry(ORIGIN, EntryKind.NOTE, DAY, "Gespräch", "Er kam.")
    hidden, shown = entry_copy(entry, KEPT), entry_copy(entry, RELEASED)
    assert (hidden["redacted"], hidden["title"], hidden["text"]) == (True, None, None)
    assert (shown["redacted"], shown["title"], shown["text"]) == (False, "Gespräch", "Er kam.")
    goal = StoryGoal(ORIGIN, "Wohnung", GoalState.OPEN, DAY, (StoryStep(ORIGIN, DAY, "Amt"),))
    assert goal_copy(goal, KEPT)["title"] == "Wohnung"
    assert goal_copy(goal, KEPT)["steps"][0]["text"] is None
    assert goal_copy(goal, RELEASED)["steps"][0]["text"] == "Amt"


def test_what_is_hers_alone_is_there() -> None:
    word = HerWord(new_id(), "So nicht.", DAY, CorrectionOutcome.CHANGED, "Geändert.", 2)
    stood = StoryParagraph(ORIGIN, "Ich lebte dort.", DAY)
    paragraph = paragraph_copy(
        StoryParagraph(ORIGIN, "Ich lebe jetzt hier.", DAY, (word,)), [stood]
    )
    assert paragraph["text"] == "Ich lebe jetzt hier."
    assert [each["text"] for each in paragraph["before"]] == ["Ich lebte dort."]
    said = {"said_on": "2026-03-01", "text": "So nicht.", "outcome": "changed"}
    assert paragraph["not_so"] == [{**said, "reply": "Geändert."}]
    for piece in (
        entry_copy(StoryEntry(ORIGIN, EntryKind.NOTE, DAY, "", "", (word,)), KEPT),
        answer_copy(replace(_answer("children"), her_words=(word,)), KEPT),
    ):
        assert piece["redacted"]
        assert piece["not_so"] == paragraph["not_so"]  # her own words, and what was said to her
    assert "Berta" not in str(paragraph)
    assert damaged_copy(Damaged("facts", ORIGIN.id, GIVER, "health"))["table"] == "facts"


@pytest.mark.parametrize(
    ("question", "terms", "redacted"),
    [
        ("mother_tongue", KEPT, False),
        ("children", KEPT, True),
        ("children", RELEASED, False),
        ("of_an_older_catalogue", KEPT, True),
    ],
)
def test_answers_that_may_speak_of_others_are_left_out(
    question: str,
    terms: Terms,
    redacted: bool,  # noqa: FBT001 - a cell of the table
) -> None:
    made = answer_copy(_answer(question), terms)
    assert made["redacted"] is redacted
    assert made["value"] == (None if redacted else "Deniz")


def test_that_she_withheld_an_answer_is_told() -> None:
    made = answer_copy(_answer("children", FactState.WITHHELD), KEPT)
    assert (made["state"], made["redacted"], made["value"]) == ("withheld", False, None)


@pytest.mark.parametrize("terms", [KEPT, RELEASED])
def test_a_document_is_named_and_its_title_is_staffs(terms: Terms) -> None:
    found = StoryDocument(ORIGIN, "Bescheid", DocumentKind.DECISION, DAY)
    made = document_copy(found, terms)
    released = str(ORIGIN.id) in terms.release
    assert (made["kind"], made["dated"]) == ("decision", "2026-03-01")
    assert (made["redacted"], made["title"]) == (not released, "Bescheid" if released else None)
