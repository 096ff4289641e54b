from caseflow.vault.name_cousins import cousin


def test_one_spelling_stands_for_a_group() -> None:
    assert cousin("mykola") == "nikolai"
    assert cousin("nikolai") is None
    assert cousin("mona") is None
