from caseflow.vocabulary.letters import BY_POST, ENVELOPE, LETTER_WAYS, OUTSIDE_WAYS, LetterField
from caseflow.vocabulary.safe_contact import Way


def test_a_paper_goes_by_no_way_that_is_only_spoken() -> None:
    assert not set(LETTER_WAYS) & {Way.TOLD, Way.PHONE, Way.VOICEMAIL, Way.SMS}
    assert set(OUTSIDE_WAYS) < set(LETTER_WAYS)
    assert set(LETTER_WAYS) > BY_POST
    assert {LetterField.ADDRESS, LetterField.SIGNED} == ENVELOPE
