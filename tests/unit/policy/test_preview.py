"""What a consent would open, from configuration alone."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.facts import Cell, ConsentFact
from caseflow.policy.preview import Preview, preview
from caseflow.policy.validity import opens
from caseflow.vocabulary.matrices import Action, Exclusion
from tests.unit.policy.examples import (
    CATEGORIES,
    CONSENT,
    COUNSELLING,
    HOUSING,
    MATRIX,
    NOW,
    PURPOSES,
    RULES,
    SHELTER,
    UNITS,
    matrices,
)

WITH_PLACE = replace(MATRIX, categories=frozenset({"identity", "whereabouts", "evidence"}))
valid = matrices.map(lambda matrix: replace(CONSENT, matrix=matrix))


def test_a_preview_names_each_pair_of_units_and_category() -> None:
    wide = replace(MATRIX, to_units=frozenset({SHELTER, HOUSING, COUNSELLING}))
    assert preview(wide, COUNSELLING, RULES).pairs == (
        (COUNSELLING, SHELTER, "identity"),
        (COUNSELLING, SHELTER, "violence"),
        (COUNSELLING, HOUSING, "identity"),
        (COUNSELLING, HOUSING, "violence"),
    )


def test_a_refused_pair_is_not_shown_as_opening() -> None:
    refused = replace(MATRIX, exclusions=frozenset({Exclusion(SHELTER, "violence")}))
    assert preview(refused, COUNSELLING, RULES).pairs == ((COUNSELLING, SHELTER, "identity"),)


def test_whereabouts_recorded_elsewhere_wait_for_the_owning_unit() -> None:
    assert preview(WITH_PLACE, SHELTER, RULES).pending_categories == ("whereabouts",)


def test_whereabouts_recorded_by_the_owning_unit_do_not_wait() -> None:
    assert preview(WITH_PLACE, COUNSELLING, RULES).pending_categories == ()


def test_one_owner_elsewhere_is_enough_to_wait() -> None:
    two = replace(WITH_PLACE, from_units=frozenset({COUNSELLING, HOUSING}))
    assert preview(two, COUNSELLING, RULES).pending_categories == ("whereabouts",)


def test_what_may_only_be_told_opens_nothing() -> None:
    told = replace(WITH_PLACE, actions=frozenset({Action.TELL}))
    assert preview(told, SHELTER, RULES) == Preview((), ())


@given(valid, st.sampled_from(UNITS))
def test_a_preview_shows_what_such_a_consent_opens(consent: ConsentFact, recorder: UUID) -> None:
    shown = preview(consent.matrix, recorder, RULES)
    opened = {
        (owner, receiver, category)
        for owner in UNITS
        for receiver in UNITS
        for category in CATEGORIES
        for purpose in PURPOSES
        if opens(consent, Cell(owner, receiver, category, purpose, Action.VIEW), NOW, RULES)
    }
    assert set(shown.pairs) == opened
    assert list(shown.pairs) == sorted(opened)
    assert set(shown.pending_categories) <= {category for _, _, category in opened}
