from caseflow.vocabulary.states import DeclarationForm, EntryKind, FactState, Notice, Urgency


def test_the_words_that_programs_of_others_rely_on() -> None:
    assert set(FactState) == {"answered", "withheld", "unknown", "not_asked"}
    assert set(Urgency) == {"today", "week", "month"}
    assert set(Notice) == {"purpose", "voluntary", "no_disadvantage", "withdrawal"}
    assert set(DeclarationForm) == {"signed_screen", "signed_paper", "spoken"}
    assert set(EntryKind) == {"contact", "note", "assessment", "event", "decision", "progress"}
