from caseflow.cleaning.outcome import Kind, NotTaken, Unclean


def test_types_are_media_types_and_reasons_are_words() -> None:
    assert all(kind.count("/") == 1 for kind in Kind)
    assert all(why.replace("_", "").isalpha() for why in Unclean)
    assert NotTaken(Unclean.LOCKED).why == "locked_file"
