from caseflow.api.disclosures.hand_outs import PartnersCopy, ToldAnswer, ToldEntry


def test_the_shape_is_fixed_and_names_no_unit() -> None:
    piece = {"id", "category", "redacted"}
    assert set(ToldEntry().fields) == {*piece, "kind", "occurred_on", "title", "text"}
    assert set(ToldAnswer().fields) == {*piece, "question", "told_on", "value"}
    whole = {"id", "partner", "purpose", "at", "entries", "answers"}
    assert set(PartnersCopy().fields) == whole
