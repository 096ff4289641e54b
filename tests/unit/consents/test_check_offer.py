from dataclasses import replace
from typing import Any

import pytest

from caseflow.consents.check_offer import check_offer, matrix_of_offer
from caseflow.consents.declaration import Offer
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from tests.factories.declarations import offer
from tests.factories.house import configuration

COUNSELLING, SHELTER = new_id(), new_id()
SOUND = offer([COUNSELLING], [SHELTER], "violence", "health")


def _check(offered: Offer) -> tuple[Problem, ...]:
    return check_offer(offered, {COUNSELLING, SHELTER}, configuration())


def _but(field: str, *values: object) -> Offer:
    """Return the sound offer with another value in one field."""
    changed: dict[str, Any] = {field: frozenset(values)}
    return replace(SOUND, **changed)


def test_nothing_is_wrong_with_a_sound_offer() -> None:
    assert _check(SOUND) == ()


@pytest.mark.parametrize("field", ["from_units", "to_units", "categories", "purposes", "actions"])
def test_nothing_empty_means_all(field: str) -> None:
    assert _check(_but(field)) == (Problem(field, "required"),)


@pytest.mark.parametrize("field", ["from_units", "to_units"])
def test_a_unit_must_be_known(field: str) -> None:
    unit = new_id()
    assert _check(_but(field, unit)) == (Problem(field, "unknown_unit", {"unit": str(unit)}),)


@pytest.mark.parametrize("field", ["categories", "purposes", "actions"])
def test_a_word_must_be_known(field: str) -> None:
    assert _check(_but(field, "x")) == (Problem(field, "unknown_word", {"word": "x"}),)


def test_evidence_opens_by_no_consent() -> None:
    problem = Problem("categories", "not_consentable", {"category": "evidence"})
    assert _check(_but("categories", "evidence", "health")) == (problem,)


def test_a_unit_needs_no_consent_to_itself() -> None:
    assert _check(_but("to_units", COUNSELLING)) == (Problem("to_units", "same_unit"),)


def test_a_unit_on_both_sides_is_fine_beside_another() -> None:
    both = frozenset({COUNSELLING, SHELTER})
    assert _check(replace(SOUND, from_units=both, to_units=both)) == ()


def test_what_she_refuses_must_be_known_too() -> None:
    unit = new_id()
    assert _check(_but("refused", (unit, "colour"))) == (
        Problem("refused", "unknown_unit", {"unit": str(unit)}),
        Problem("refused", "unknown_word", {"word": "colour"}),
    )


def test_something_must_be_left_of_what_she_agrees_to() -> None:
    assert _check(_but("refused", (SHELTER, "violence"))) == ()
    every = _but("refused", (SHELTER, "violence"), (SHELTER, "health"))
    assert _check(every) == (Problem("refused", "nothing_left"),)


def test_all_problems_are_named_at_once() -> None:
    empty = offer([], [])
    found = _check(replace(empty, purposes=frozenset(), actions=frozenset()))
    fields = ["from_units", "to_units", "categories", "purposes", "actions"]
    assert [problem.field for problem in found] == fields


def test_a_sound_offer_becomes_the_matrix() -> None:
    assert matrix_of_offer(_but("refused", (SHELTER, "violence"))) == Matrix(
        from_units=frozenset({COUNSELLING}),
        to_units=frozenset({SHELTER}),
        categories=frozenset({"violence", "health"}),
        purposes=frozenset({"case_work"}),
        actions=frozenset({Action.VIEW}),
        exclusions=frozenset({Exclusion(SHELTER, "violence")}),
    )
