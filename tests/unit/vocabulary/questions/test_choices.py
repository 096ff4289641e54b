from datetime import date

import pytest

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Option, OptionList, Question
from caseflow.vocabulary.questions.choices import (
    read_choice,
    read_choices,
    read_yes_no,
    read_yes_no_unknown,
)
from caseflow.vocabulary.questions.faults import Asked, Fault

COLOURS = OptionList(
    "colour", (Option("red", {"de": "rot", "en": "red"}), Option("green", {"de": "Grün"}))
)
TYPE = read_type("choice(colour)")
QUESTION = Question("favourite", {"de": "Farbe"}, "goals", TYPE, {"colour": COLOURS})
ASKED = Asked(QUESTION, TYPE.parts[0], date(2026, 1, 1))


@pytest.mark.parametrize(
    ("value", "answer"),
    [(True, True), ("ja", True), ("Yes", True), (False, False), ("nein", False), ("NO", False)],
)
def test_yes_and_no(value: object, answer: bool) -> None:  # noqa: FBT001 - the answer itself
    assert read_yes_no(value, ASKED) is answer
    assert read_yes_no_unknown(value, ASKED) == ("yes" if answer else "no")


def test_unknown_is_an_answer_of_its_own() -> None:
    assert read_yes_no_unknown("weiß nicht", ASKED) == "unknown"
    assert read_yes_no_unknown("Unknown", ASKED) == "unknown"
    assert read_yes_no("unknown", ASKED) == Fault("not_yes_no", {"given": "unknown"})


def test_neither_yes_nor_no() -> None:
    assert read_yes_no_unknown("maybe", ASKED) == Fault("not_yes_no", {"given": "maybe"})
    assert read_yes_no(1, ASKED) == Fault("wrong_kind", {"kind": "choice"})


@pytest.mark.parametrize("value", ["green", "Grün", " GRÜN "])
def test_an_option_by_code_or_label(value: str) -> None:
    assert read_choice(value, ASKED) == "green"


def test_no_such_option() -> None:
    assert read_choice("blue", ASKED) == Fault("no_such_option", {"given": "blue"})
    assert read_choice(3, ASKED) == Fault("wrong_kind", {"kind": "choice"})


def test_several_options_stand_in_the_order_of_the_list() -> None:
    assert read_choices(["green", "rot", "green"], ASKED) == ["red", "green"]
    assert read_choices("green", ASKED) == ["green"]
    assert read_choices(["green", "blue"], ASKED) == Fault("no_such_option", {"given": "blue"})
