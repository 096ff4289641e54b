"""What a withdrawal takes back."""

from dataclasses import replace
from datetime import datetime
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.facts import ConsentFact
from caseflow.policy.validity import consent_state, part_withdrawn
from caseflow.policy.withdrawal import Withdrawn, apply_withdrawal
from caseflow.vocabulary.matrices import Exclusion, WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.unit.policy.examples import (
    CATEGORIES,
    CONSENT,
    DAY,
    HOUSING,
    MATRIX,
    NOW,
    QUALIFICATION,
    SHELTER,
    UNITS,
    consents,
    instants,
)

WIDE = replace(MATRIX, to_units=frozenset({SHELTER, HOUSING}))
BOTH = frozenset({"identity", "violence"})

choices_of_units = st.none() | st.frozensets(st.sampled_from(UNITS))
choices_of_categories = st.none() | st.frozensets(st.sampled_from(CATEGORIES))


def pairs(withdrawn: Withdrawn) -> list[tuple[UUID, str]]:
    return [(part.to_unit, part.category) for part in withdrawn.parts]


def test_naming_neither_takes_back_everything() -> None:
    everything = apply_withdrawal(WIDE, (), None, None, NOW)
    assert everything.whole
    assert pairs(everything) == [
        (SHELTER, "identity"),
        (SHELTER, "violence"),
        (HOUSING, "identity"),
        (HOUSING, "violence"),
    ]
    assert {part.at for part in everything.parts} == {NOW}


def test_naming_units_takes_back_all_their_categories() -> None:
    shelter = apply_withdrawal(WIDE, (), frozenset({SHELTER}), None, NOW)
    assert not shelter.whole
    assert pairs(shelter) == [(SHELTER, "identity"), (SHELTER, "violence")]


def test_naming_categories_takes_them_back_from_all_units() -> None:
    violence = apply_withdrawal(WIDE, (), None, frozenset({"violence"}), NOW)
    assert not violence.whole
    assert pairs(violence) == [(SHELTER, "violence"), (HOUSING, "violence")]


def test_naming_both_takes_back_the_intersection() -> None:
    one = apply_withdrawal(WIDE, (), frozenset({SHELTER}), frozenset({"violence"}), NOW)
    assert one == Withdrawn((WithdrawnPart(SHELTER, "violence", NOW),), whole=False)


def test_naming_every_part_is_the_whole() -> None:
    assert apply_withdrawal(WIDE, (), WIDE.to_units, BOTH, NOW).whole


@pytest.mark.parametrize(
    ("to_units", "categories"),
    [
        (frozenset(), None),
        (None, frozenset()),
        (frozenset(), frozenset()),
        (frozenset({QUALIFICATION}), None),
        (None, frozenset({"health"})),
    ],
)
def test_naming_nothing_of_it_takes_nothing_back_and_never_means_all(
    to_units: frozenset[UUID] | None, categories: frozenset[str] | None
) -> None:
    nothing = apply_withdrawal(WIDE, (), to_units, categories, NOW)
    assert nothing == Withdrawn((), whole=False)


def test_the_last_part_makes_it_whole() -> None:
    before = (WithdrawnPart(SHELTER, "violence", NOW - DAY),)
    last = apply_withdrawal(MATRIX, before, None, frozenset({"identity"}), NOW)
    assert last == Withdrawn((WithdrawnPart(SHELTER, "identity", NOW),), whole=True)


def test_what_was_taken_back_before_keeps_its_instant() -> None:
    before = (WithdrawnPart(SHELTER, "violence", NOW - DAY),)
    again = apply_withdrawal(WIDE, before, frozenset({SHELTER}), frozenset({"violence"}), NOW)
    assert again == Withdrawn((), whole=False)


def test_a_withdrawal_after_all_was_taken_back_is_still_whole() -> None:
    before = apply_withdrawal(MATRIX, (), None, None, NOW - DAY).parts
    assert apply_withdrawal(MATRIX, before, None, None, NOW) == Withdrawn((), whole=True)


def test_a_refused_pair_need_not_be_taken_back() -> None:
    refused = replace(MATRIX, exclusions=frozenset({Exclusion(SHELTER, "identity")}))
    rest = apply_withdrawal(refused, (), None, frozenset({"violence"}), NOW)
    assert rest == Withdrawn((WithdrawnPart(SHELTER, "violence", NOW),), whole=True)


@given(consents, choices_of_units, choices_of_categories, instants)
def test_what_is_named_is_closed_afterwards_and_nothing_else_changes(
    consent: ConsentFact,
    to_units: frozenset[UUID] | None,
    categories: frozenset[str] | None,
    at: datetime,
) -> None:
    taken = apply_withdrawal(consent.matrix, consent.withdrawn_parts, to_units, categories, at)
    after = replace(consent, withdrawn_parts=consent.withdrawn_parts + taken.parts)
    for unit, category in product(UNITS, CATEGORIES):
        named = (to_units is None or unit in to_units) and (
            categories is None or category in categories
        )
        before = part_withdrawn(consent, unit, category, at)
        closed = part_withdrawn(after, unit, category, at)
        assert closed is (before or (unit, category) in pairs(taken))
        assert named or (unit, category) not in pairs(taken)


@given(choices_of_units, choices_of_categories)
def test_whole_and_the_state_withdrawn_are_one(
    to_units: frozenset[UUID] | None, categories: frozenset[str] | None
) -> None:
    wide = replace(CONSENT, matrix=WIDE)
    taken = apply_withdrawal(WIDE, (), to_units, categories, NOW)
    after = replace(wide, withdrawn_parts=taken.parts)
    state = consent_state(after, NOW, pending=False)
    assert taken.whole is (state is ConsentState.WITHDRAWN)
