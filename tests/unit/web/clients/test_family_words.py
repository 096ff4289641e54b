from caseflow.vocabulary.states import Authority, BlockedFor, Declarer, Kin, KnownViolent
from caseflow.web.clients.family_words import AUTHORITIES, BLOCKED, DECLARERS, KIN, VIOLENT


def test_every_word_has_a_name() -> None:
    assert set(DECLARERS) == set(Declarer)
    assert set(AUTHORITIES) == set(Authority)
    assert set(BLOCKED) == set(BlockedFor)
    assert set(KIN) == set(Kin)
    assert set(VIOLENT) == set(KnownViolent) - {KnownViolent.NOT_ASKED}
