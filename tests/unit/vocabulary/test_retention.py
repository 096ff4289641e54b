from caseflow.vocabulary.retention import (
    ErasureGround,
    ErasureState,
    HoldKind,
    RecordKind,
    RunState,
)


def test_the_words_are_as_they_are_kept() -> None:
    # They stand in rows, in the log and in the interface for programs.
    assert [str(each) for each in ErasureGround] == ["wish", "period_over", "unlawful"]
    assert [str(each) for each in ErasureState] == ["waiting", "refused", "withdrawn", "done"]
    assert [str(each) for each in HoldKind] == ["legal_hold", "wish_to_keep", "restriction"]
    assert [str(each) for each in RecordKind] == ["file", "enquiry", "slip", "evidence"]
    assert [str(each) for each in RunState] == ["waiting", "refused", "agreed", "done"]
