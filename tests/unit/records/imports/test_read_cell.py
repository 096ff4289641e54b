import pytest

from caseflow.records.imports.read_cell import is_cross, read_cell
from tests.factories.house import configuration


@pytest.mark.parametrize(
    ("key", "typed", "read"),
    [
        ("danger_now", "X", "yes"),
        ("danger_now", "nein", "nein"),
        ("anonymity_wish", "x", "yes"),
        ("concern", "x", "x"),
        ("deadlines", "04.03.2022 00:00", "04.03.2022"),
        ("goals", "Ruhe, Arbeit; Lina | Mina\nTara", ["Ruhe, Arbeit", "Lina", "Mina", "Tara"]),
        ("children", "Yasin; 2017 | Lina\nMina;;ihr", ["Yasin; 2017", "Lina", "Mina;;ihr"]),
        ("support_wishes", "Schutz, Wohnen", ["Schutz", "Wohnen"]),
        ("life_area", "Ämter, Behörden", "Ämter, Behörden"),
        ("grounds", "religion, weltanschauung; Alter", ["religion, weltanschauung", "Alter"]),
        ("mother_tongue", "Dari, Deutsch", "Dari, Deutsch"),
    ],
)
def test_a_cell_is_brought_into_the_form_of_its_question(
    key: str, typed: str, read: object
) -> None:
    question = configuration().catalogue.by_key[key]
    assert read_cell(question, question.type.parts[0], typed) == read


def test_a_date_cell_with_a_time_is_a_day() -> None:
    question = configuration().catalogue.by_key["residence_title"]
    until = question.type.part("until")
    assert until is not None
    assert read_cell(question, until, "04.03.2022 00:00:00") == "04.03.2022"
    assert read_cell(question, until, "04.03.2022 12:30") == "04.03.2022 12:30"


@pytest.mark.parametrize(
    ("text", "said"),
    [("x", True), (" Ja ", True), ("WAHR", True), ("", False), ("nein", False), ("evtl.", None)],
)
def test_a_cross_says_yes(text: str, said: bool | None) -> None:  # noqa: FBT001 - what is expected
    assert is_cross(text) is said
