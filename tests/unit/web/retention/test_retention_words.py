from caseflow.vocabulary.retention import HoldKind, RecordKind, RunState
from caseflow.web.retention.retention_words import HOLDS, KINDS, STATES


def test_everything_has_a_name() -> None:
    assert set(HOLDS) == set(HoldKind)
    assert set(KINDS) == set(RecordKind)
    assert set(STATES) == set(RunState)
