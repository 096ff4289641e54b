from caseflow.http.letter_sentences import LETTER_SENTENCES
from caseflow.http.sentences import SENTENCES


def test_every_reason_has_its_sentence() -> None:
    codes = {"no_such_template", "way_closed", "letter_not_neutral", "names_the_sender"}
    codes |= {"no_documents_here", "no_whereabouts_here"}
    assert set(LETTER_SENTENCES) == codes
    assert codes < set(SENTENCES)
