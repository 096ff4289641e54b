from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from caseflow.exceptions.check_ground import check_ground, guarded
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration
from tests.factories.lawful import CHILD, ORDER, ground, order

OWN, OTHER, NOBODY = (UUID(int=number) for number in (1, 2, 3))
TODAY = date(2026, 3, 2)
CHILDREN = ground([OTHER], "violence")
PAPER = order([OTHER], "violence")


def problems(said: Any) -> set[tuple[str, str]]:  # noqa: ANN401 - a ground, but for what is changed
    found = check_ground(said, OWN, {OWN, OTHER}, configuration(), TODAY)
    return {(each.field, each.code) for each in found}


def test_nothing_is_wrong_with_these() -> None:
    assert problems(CHILDREN) == problems(PAPER) == set()
    assert problems(replace(PAPER, until=date(2026, 5, 31))) == set()
    assert problems(ground([OTHER], expressly=frozenset({"whereabouts"}))) == set()


@pytest.mark.parametrize("name", CHILD)
def test_the_protection_of_a_child_says_all_of_it(name: str) -> None:
    assert problems(replace(CHILDREN, said={**CHILD, name: " "})) == {(name, "required")}


@pytest.mark.parametrize("name", ORDER)
def test_an_order_says_all_of_it(name: str) -> None:
    said = {key: value for key, value in ORDER.items() if key != name}
    assert problems(replace(PAPER, said=said)) == {(name, "required")}


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"kind": ""}, ("kind", "required")),
        ({"kind": "wish"}, ("kind", "unknown_word")),
        ({"issued_on": None}, ("issued_on", "required")),
        ({"issued_on": date(2026, 3, 3)}, ("issued_on", "in_the_future")),
        ({"from_units": frozenset()}, ("from_units", "required")),
        ({"from_units": frozenset({NOBODY})}, ("from_units", "unknown_unit")),
        ({"from_units": frozenset({OWN})}, ("from_units", "same_unit")),
        ({"categories": frozenset()}, ("categories", "required")),
        ({"categories": frozenset({"weather"})}, ("categories", "unknown_word")),
        ({"categories": frozenset({"evidence"})}, ("categories", "no_exception_opens")),
        ({"categories": frozenset({"whereabouts"})}, ("categories", "to_be_named_expressly")),
        ({"expressly": frozenset({"evidence"})}, ("expressly", "unknown_word")),
        ({"purpose": ""}, ("purpose", "required")),
        ({"purpose": "curiosity"}, ("purpose", "unknown_word")),
        ({"until": date(2026, 3, 1)}, ("until", "day_is_over")),
        ({"until": date(2026, 6, 1)}, ("until", "too_late")),
    ],
)
def test_what_is_wrong(changed: dict[str, Any], problem: tuple[str, str]) -> None:
    assert problems(replace(PAPER, **changed)) == {problem}


def test_the_latest_day_is_named() -> None:
    late = replace(CHILDREN, until=date(2027, 1, 1))
    found = check_ground(late, OWN, {OTHER}, configuration(), TODAY)
    assert found == (Problem("until", "too_late", {"latest": "2026-05-31"}),)


def test_where_she_is_is_guarded() -> None:
    assert guarded(configuration()) == {"whereabouts"}
