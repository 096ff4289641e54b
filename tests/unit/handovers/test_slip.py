from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseflow.handovers import Slip, WrittenSlip
from caseflow.handovers.slip import opened_slip, read_reason, read_slip
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.states import Urgency

TODAY = date(2026, 3, 2)
SLIP = Slip("today", ["uk", "ru"], 2)


def _problems(slip: Slip, *, consented: bool = False) -> list[tuple[str, str]]:
    found = read_slip(slip, TODAY, consented=consented)
    assert isinstance(found, tuple), found
    return [(each.field, each.code) for each in found]


@pytest.mark.parametrize(
    "languages",
    [["uk", "ru"], "Ukrainisch, ru", "Ukrainian; Russian"],
    ids=["list", "mixed", "named"],
)
@pytest.mark.parametrize("children", [2, "2"], ids=["number", "text"])
def test_languages_and_children_come_as_people_and_programs_send_them(
    languages: object, children: object
) -> None:
    found = read_slip(Slip("today", languages, children), TODAY, consented=False)
    assert found == WrittenSlip(Urgency.TODAY, ("uk", "ru"), 2)


def test_no_child_is_a_number_of_children() -> None:
    found = read_slip(replace(SLIP, children=0), TODAY, consented=False)
    assert isinstance(found, WrittenSlip)
    assert found.children == 0


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"urgency": "soon"}, ("urgency", "not_a_choice")),
        ({"languages": []}, ("languages", "empty")),
        ({"languages": 7}, ("languages", "wrong_kind")),
        ({"children": None}, ("children", "empty")),
        ({"children": -1}, ("children", "out_of_bounds")),
        ({"children": 1.5}, ("children", "not_whole")),
        ({"note": "Sie heißt Olena."}, ("note", "needs_consent")),
    ],
    ids=lambda each: "-".join(map(str, each)),
)
def test_what_is_wrong_is_named(wrong: dict[str, Any], problem: tuple[str, str]) -> None:
    assert _problems(replace(SLIP, **wrong)) == [problem]


def test_everything_wrong_is_named_at_once() -> None:
    wrong = Slip("soon", [], "many", "a\x00b")
    assert _problems(wrong, consented=True) == [
        ("urgency", "not_a_choice"),
        ("languages", "empty"),
        ("children", "not_a_number"),
        ("note", "control_character"),
    ]


def test_blanks_are_no_note() -> None:
    found = read_slip(replace(SLIP, note="  \n"), TODAY, consented=False)
    assert isinstance(found, WrittenSlip)
    assert found.note == ""


def test_what_was_written_is_opened_as_it_was() -> None:
    slip = WrittenSlip(Urgency.WEEK, ("ar",), 1, "Rollstuhl", "CODE", "أمل", "1990")
    assert opened_slip(slip.written()) == slip


def test_a_reason_is_words() -> None:
    assert read_reason(" Kein Platz. ", TODAY) == "Kein Platz."
    for nothing in ("", " ", None):
        assert read_reason(nothing, TODAY) == Problem("reason", "empty")
