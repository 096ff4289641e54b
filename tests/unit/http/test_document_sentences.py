from caseflow.cleaning.outcome import Unclean
from caseflow.http.document_sentences import DOCUMENT_SENTENCES


def test_every_reason_has_its_sentence() -> None:
    others = {"file_missing", "file_too_large", "evidence_stays", "number_taken"}
    assert set(DOCUMENT_SENTENCES) == {*Unclean, *others}
