from caseflow.http.way_words import BARS, CARES, WAYS
from caseflow.vocabulary.safe_contact import Bar, Care, Way


def test_every_way_and_every_reason_has_its_words() -> None:
    assert (set(WAYS), set(BARS), set(CARES)) == (set(Way), set(Bar), set(Care))
