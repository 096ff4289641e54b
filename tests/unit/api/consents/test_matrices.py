from caseflow.api.consents.matrices import Part, ShownMatrix

PART = {"from_units", "to_units", "partner", "categories", "purposes", "actions", "refused"}


def test_the_shape_is_fixed() -> None:
    assert set(Part().fields) == PART
    assert set(ShownMatrix().fields) == {*PART, "valid_from", "valid_until", "withdrawn"}
    inner = ShownMatrix().fields
    assert set(inner["refused"].inner.nested().fields) == {"to_unit", "partner", "category"}  # type: ignore[attr-defined]  # a list of schemas
    assert set(inner["withdrawn"].inner.nested().fields) == {"to_unit", "partner", "category", "at"}  # type: ignore[attr-defined]  # a list of schemas
