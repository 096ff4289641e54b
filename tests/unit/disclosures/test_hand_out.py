from caseflow.disclosures.hand_out import (
    HandOut,
    ToldAnswer,
    ToldEntry,
    told_before,
    told_text,
)
from caseflow.vocabulary.questions.stored_answer import Answer

ENTRY = ToldEntry("1", "violence", "note", "2026-03-01", "Gespräch", "Er hat gedroht.")
HIDDEN = ToldEntry("2", "health", "note", "2026-03-02", None, None)
NAME = ToldAnswer(
    "3", "identity", "client_name", "2026-03-01", Answer("client_name", "text", "Samira")
)
LEFT_OUT = ToldAnswer("4", "identity", "children", "2026-03-01", None)


def test_what_was_told_comes_back_as_it_was() -> None:
    whole = HandOut((ENTRY, HIDDEN), (NAME, LEFT_OUT))
    assert told_before(told_text(whole)) == whole
    assert told_before(told_text(HandOut((), ()))) == HandOut((), ())


def test_its_categories_are_named_once_each() -> None:
    assert HandOut((ENTRY, HIDDEN), (NAME, LEFT_OUT)).categories == (
        "health",
        "identity",
        "violence",
    )


def test_what_was_left_out_is_marked() -> None:
    assert [each.redacted for each in (ENTRY, HIDDEN)] == [False, True]
    assert [each.redacted for each in (NAME, LEFT_OUT)] == [False, True]
