from caseflow.vocabulary.questions.labels import in_language


def test_the_readers_language_goes_first() -> None:
    assert in_language({"de": "Ziele", "en": "goals"}, "en") == "goals"


def test_a_missing_language_falls_back_to_the_first() -> None:
    assert in_language({"de": "Ziele", "en": "goals"}, "tr") == "Ziele"
