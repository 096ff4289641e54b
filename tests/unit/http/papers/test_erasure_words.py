from caseflow.http.papers.erasure_words import GROUNDS, STATES
from caseflow.vocabulary.retention import ErasureGround, ErasureState


def test_every_ground_and_state_has_its_sentence() -> None:
    assert set(GROUNDS) == set(ErasureGround)
    assert set(STATES) == set(ErasureState)
