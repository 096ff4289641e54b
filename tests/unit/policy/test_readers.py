"""Who gets an envelope."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseflow.policy.facts import Cell, ConsentFact
from caseflow.policy.readers import Readers, readers
from caseflow.policy.validity import opens
from caseflow.vocabulary.matrices import Action, Exclusion, WithdrawnPart
from tests.unit.policy.examples import (
    CATEGORIES,
    CONSENT,
    COUNSELLING,
    DAY,
    HOUSING,
    MATRIX,
    NOW,
    PURPOSES,
    RULES,
    SHELTER,
    UNITS,
    consents,
    instants,
)

ALONE = frozenset({COUNSELLING})
BOTH = frozenset({COUNSELLING, SHELTER})


def receivers(consent: ConsentFact, category: str = "violence") -> frozenset[UUID]:
    return readers(COUNSELLING, category, (consent,), RULES, NOW).units


def test_without_a_consent_the_unit_the_trustee_and_recovery_read() -> None:
    assert readers(COUNSELLING, "violence", (), RULES, NOW) == Readers(
        ALONE, trustee=True, recovery=True
    )


def test_whereabouts_are_never_sealed_to_the_trustee() -> None:
    assert not readers(COUNSELLING, "whereabouts", (), RULES, NOW).trustee


def test_evidence_is_the_units_own_whatever_the_configuration_says() -> None:
    wide = replace(CONSENT, matrix=replace(MATRIX, categories=frozenset(CATEGORIES)))
    rules = replace(RULES, trustee=frozenset(CATEGORIES))
    assert readers(COUNSELLING, "evidence", (wide,), rules, NOW) == Readers(
        ALONE, trustee=False, recovery=True
    )


def test_each_unit_that_a_consent_names_reads() -> None:
    to_units = frozenset({SHELTER, HOUSING})
    wide = replace(CONSENT, matrix=replace(MATRIX, to_units=to_units))
    assert receivers(wide) == ALONE | to_units


def test_several_consents_add_up() -> None:
    housing = replace(CONSENT, matrix=replace(MATRIX, to_units=frozenset({HOUSING})))
    found = readers(COUNSELLING, "violence", (CONSENT, housing), RULES, NOW)
    assert found.units == {COUNSELLING, SHELTER, HOUSING}


def test_a_consent_that_begins_later_counts_already() -> None:
    assert receivers(replace(CONSENT, valid_from=NOW + DAY / 2)) == BOTH


@pytest.mark.parametrize(
    "consent",
    [
        replace(CONSENT, valid_until=NOW),
        replace(CONSENT, withdrawn_at=NOW),
        replace(CONSENT, complete=False),
        replace(CONSENT, matrix=replace(MATRIX, actions=frozenset({Action.TELL}))),
        replace(CONSENT, matrix=replace(MATRIX, from_units=frozenset({HOUSING}))),
        replace(CONSENT, matrix=replace(MATRIX, categories=frozenset({"health"}))),
        replace(CONSENT, withdrawn_parts=(WithdrawnPart(SHELTER, "violence", NOW),)),
        replace(
            CONSENT,
            matrix=replace(MATRIX, exclusions=frozenset({Exclusion(SHELTER, "violence")})),
        ),
    ],
)
def test_a_consent_that_opens_nothing_makes_no_reader(consent: ConsentFact) -> None:
    assert receivers(consent) == ALONE


@given(
    st.lists(consents, max_size=4).map(tuple),
    st.sampled_from(UNITS),
    st.sampled_from(CATEGORIES),
    instants,
    instants,
)
def test_whom_a_consent_lets_read_then_or_later_has_the_key(
    given: tuple[ConsentFact, ...], unit: UUID, category: str, born: datetime, read: datetime
) -> None:
    assume(born <= read)
    keys = readers(unit, category, given, RULES, born)
    for receiver in UNITS:
        cells = [
            Cell(unit, receiver, category, purpose, action)
            for purpose in PURPOSES
            for action in Action
        ]
        if any(opens(one, cell, read, RULES) for one in given for cell in cells):
            assert receiver in keys.units


@given(consents, st.sampled_from(CATEGORIES), instants)
def test_nobody_else_has_the_key(consent: ConsentFact, category: str, at: datetime) -> None:
    now_or_later = replace(consent, valid_from=at, recorded_at=at)
    keys = readers(COUNSELLING, category, (consent,), RULES, at)
    for receiver in keys.units - {COUNSELLING}:
        assert any(
            opens(
                now_or_later, Cell(COUNSELLING, receiver, category, purpose, Action.VIEW), at, RULES
            )
            for purpose in PURPOSES
        )
