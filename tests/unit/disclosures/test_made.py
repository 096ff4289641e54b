from dataclasses import fields

from caseflow.disclosures.made import Made


def test_nothing_that_leaves_says_which_unit_told_it() -> None:
    assert {each.name for each in fields(Made)} == {"id", "partner", "purpose", "at", "hand_out"}
