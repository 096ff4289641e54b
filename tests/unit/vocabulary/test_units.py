from caseflow.vocabulary.units import UnitKind


def test_the_kinds_are_those_of_the_field_and_oversight() -> None:
    assert set(UnitKind) == {
        "counselling",
        "shelter",
        "housing",
        "qualification",
        "outreach",
        "anti_discrimination",
        "oversight",
    }
