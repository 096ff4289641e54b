from caseflow.vocabulary.document_limits import DocumentLimits


def test_limits_are_values() -> None:
    assert DocumentLimits(1, 2, 3, 4, 5, 6) == DocumentLimits(1, 2, 3, 4, 5, 6)
