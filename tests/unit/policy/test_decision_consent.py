"""What a consent permits, cell by cell."""

from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest

from caseflow.policy.decision import Permitted, decide
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.matrices import Action, Matrix, WithdrawnPart
from tests.unit.policy.asking import NOT_OPEN, UNKNOWN, asked, in_unit, seen
from tests.unit.policy.examples import (
    CASE_BASIS,
    CATEGORIES,
    CONSENT,
    CONSENT_BASIS,
    COUNSELLING,
    DRAWERS,
    FACTS,
    HOUSING,
    INSTANT,
    MATRIX,
    MEMBER_BASIS,
    NOW,
    PURPOSES,
    QUESTION,
    SHELTER,
    UNITS,
)


def test_a_consent_opens_another_units_drawers_beside_the_open_case() -> None:
    answer = decide(QUESTION, replace(FACTS, consents=(CONSENT,)))
    assert seen(answer) >= {(COUNSELLING, "identity"), (COUNSELLING, "violence")}
    assert isinstance(answer, Permitted)
    assert answer.bases == (CONSENT_BASIS, CASE_BASIS, MEMBER_BASIS)


@pytest.mark.parametrize("act", Act)
def test_a_consent_alone_shows_nobody_that_she_exists(act: Act) -> None:
    assert asked(replace(UNKNOWN, consents=(CONSENT,)), act) == asked(UNKNOWN, act)


def test_the_first_consent_that_opens_is_the_only_one_used() -> None:
    older = replace(CONSENT, id=UUID(int=1), recorded_at=CONSENT.recorded_at - INSTANT)
    answer = decide(QUESTION, replace(FACTS, consents=(older, CONSENT)))
    assert isinstance(answer, Permitted)
    assert answer.bases == (CONSENT_BASIS, CASE_BASIS, MEMBER_BASIS)


def test_withdrawal_works_before_the_next_read() -> None:
    withdrawn = replace(CONSENT, withdrawn_at=NOW)
    facts = replace(FACTS, consents=(withdrawn,))
    assert (COUNSELLING, "violence") in seen(decide(replace(QUESTION, at=NOW - INSTANT), facts))
    assert {unit for unit, _ in seen(decide(QUESTION, facts))} == {SHELTER}


def test_a_part_withdrawn_closes_that_part_only() -> None:
    partly = replace(CONSENT, withdrawn_parts=(WithdrawnPart(SHELTER, "violence", NOW),))
    found = seen(decide(QUESTION, replace(FACTS, consents=(partly,))))
    assert (COUNSELLING, "violence") not in found
    assert (COUNSELLING, "identity") in found


def test_what_one_unit_may_see_is_not_seen_in_another() -> None:
    assert (COUNSELLING, "violence") in seen(decide(*in_unit(SHELTER)))
    assert (COUNSELLING, "violence") not in seen(decide(*in_unit(HOUSING)))


def test_a_consent_covers_drawers_that_come_later() -> None:
    born_later = replace(DRAWERS[COUNSELLING, "violence"], id=UUID(int=999))
    facts = replace(FACTS, drawers=(born_later,), consents=(CONSENT,))
    assert seen(decide(QUESTION, facts)) == {(COUNSELLING, "violence")}


def test_no_consent_opens_evidence() -> None:
    wide = replace(CONSENT, matrix=replace(MATRIX, categories=frozenset(CATEGORIES)))
    found = seen(decide(QUESTION, replace(FACTS, consents=(wide,))))
    assert (COUNSELLING, "evidence") not in found
    assert (COUNSELLING, "whereabouts") in found


def test_the_purpose_of_a_read_must_be_in_the_consent() -> None:
    found = seen(decide(*in_unit(SHELTER, purpose="safety")))
    assert {unit for unit, _ in found} == {SHELTER}


def test_telling_what_only_the_own_unit_holds_is_refused() -> None:
    assert decide(replace(QUESTION, action=Action.TELL), FACTS) == NOT_OPEN


def test_telling_under_a_consent_opens_what_it_names() -> None:
    told = replace(MATRIX, actions=frozenset({Action.VIEW, Action.TELL}))
    facts = replace(FACTS, consents=(replace(CONSENT, matrix=told),))
    answer = decide(replace(QUESTION, action=Action.TELL), facts)
    assert seen(answer) == {(COUNSELLING, "identity"), (COUNSELLING, "violence")}


TABLE = Matrix(
    from_units=frozenset({COUNSELLING, HOUSING}),
    to_units=frozenset({SHELTER, HOUSING}),
    categories=frozenset({"identity", "health", "whereabouts", "evidence"}),
    purposes=frozenset({"case_work", "safety"}),
    actions=frozenset({Action.VIEW}),
)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("unit", UNITS)
def test_every_cell_of_purpose_unit_and_category_is_decided(unit: UUID, purpose: str) -> None:
    question, facts = in_unit(unit, purpose)
    found = seen(decide(question, replace(facts, consents=(replace(CONSENT, matrix=TABLE),))))
    for owner, category in product(UNITS, CATEGORIES):
        shared = (
            purpose in {"case_work", "safety"}
            and unit in {SHELTER, HOUSING}
            and owner in {COUNSELLING, HOUSING}
            and category in {"identity", "health", "whereabouts"}
        )
        assert ((owner, category) in found) is (owner == unit or shared)
