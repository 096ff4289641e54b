from caseflow.vocabulary.ids import new_id, read_id


def test_an_id_tells_no_time() -> None:
    assert new_id().version == 4
    assert new_id() != new_id()


def test_an_id_is_read_from_its_text_and_anything_else_is_none() -> None:
    made = new_id()
    assert read_id(str(made)) == made
    assert read_id("31.06.2022") is None
    assert read_id("") is None
