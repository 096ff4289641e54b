from dataclasses import replace
from datetime import UTC, date, datetime

from caseflow.records import HerWord, StoryEntry, StoryFact, StoryParagraph
from caseflow.records.overview import Overview
from caseflow.records.story import Copied, Origin, Story
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import CorrectionOutcome, EntryKind, FactState
from caseflow.web.clients.said_pieces import find_piece, find_word, said_pieces
from caseflow.web.clients.words import Words
from tests.factories.house import configuration

AT = datetime(2026, 3, 2, tzinfo=UTC)
WORDS = Words("en", configuration())


def _origin(kind: BasisKind = BasisKind.OWN_UNIT) -> Origin:
    basis = Basis(kind, new_id())
    return Origin(
        new_id(), new_id(), "health", basis, urgent=False, version=1, author="", recorded_at=AT
    )


def _word(outcome: CorrectionOutcome) -> HerWord:
    return HerWord(new_id(), "Not so.", date(2026, 3, 1), outcome, "", 1)


def _story(entry: StoryEntry, *facts: StoryFact) -> Story:
    paragraph = StoryParagraph(_origin(), "She rests.", date(2026, 1, 3))
    seen = Overview(new_id(), "", None, (), ())
    return Story((paragraph,), (entry,), facts, (), (), (), seen)


def test_all_stand_by_day_each_with_what_it_is_and_what_she_says() -> None:
    word = _word(CorrectionOutcome.STANDS)
    entry = StoryEntry(_origin(), EntryKind.NOTE, date(2026, 2, 1), "Call", "At noon.", (word,))
    fact = StoryFact(_origin(), "mother_tongue", FactState.UNKNOWN, None, date(2026, 2, 2))
    story = _story(entry, fact)
    found = said_pieces(story, WORDS)
    assert [(each.title, each.text) for each in found] == [
        ("", WORDS.fact_state(FactState.UNKNOWN)),
        ("Call", "At noon."),
        ("", "She rests."),
    ]
    assert find_word(story, WORDS, word.id) == (found[1], word)
    assert find_word(story, WORDS, new_id()) is None
    assert not found[1].is_open
    assert replace(found[1], her_words=(word, _word(CorrectionOutcome.OPEN))).is_open


def test_what_is_lent_in_danger_and_a_copy_take_no_word() -> None:
    own = StoryEntry(_origin(), EntryKind.NOTE, date(2026, 2, 1), "", "x")
    assert find_piece(_story(own), WORDS, own.origin.id) is not None
    copied = replace(own.origin, copied=Copied(new_id(), AT, new_id(), None))
    for origin in (_origin(BasisKind.EMERGENCY), _origin(BasisKind.EXCEPTION), copied):
        lent = replace(own, origin=origin)
        assert find_piece(_story(lent), WORDS, origin.id) is None
