from caseflow.records.attempt import Saved, attempt
from caseflow.vault import attempt as below
from caseflow.vocabulary.ids import new_id


def test_records_are_written_as_every_act_is_done() -> None:
    assert attempt is below.attempt
    made = new_id()
    assert Saved(made, 1) == Saved(made, 1) != Saved(made, 2)
