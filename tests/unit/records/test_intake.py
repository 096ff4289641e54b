from caseflow.records.intake import IntakeQuestion
from caseflow.vocabulary.states import FactState


def test_what_was_not_asked_has_no_answer_no_source_and_no_version() -> None:
    line = IntakeQuestion("client_name", later=False)
    assert line.state is FactState.NOT_ASKED
    assert (line.value, line.shown, line.source, line.own_version) == (None, None, None, None)
    assert not line.still_true_asked
    assert line.differing == ()
