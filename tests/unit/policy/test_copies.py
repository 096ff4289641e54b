"""When a copy is frozen, and who may read it: the intersection of the consents, never the union."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.copies import copy_bases, copy_readers, is_frozen
from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import ConsentFact, DrawerFact, Facts
from caseflow.policy.readers import Readers, readers
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action, WithdrawnPart
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CLOSED,
    CONSENT,
    CONSENT_BASIS,
    COUNSELLING,
    DAY,
    EMERGENCY,
    EXCEPTION,
    FACTS,
    HOUSING,
    INSTANT,
    MATRIX,
    MEMBERSHIP,
    NOW,
    QUESTION,
    RULES,
    SHELTER,
    UNITS,
    categories,
    consents,
    instants,
    units,
)

# The shelter copied what counselling was told, under the consent of the examples.
COPY = DrawerFact(
    UUID(int=900), SHELTER, "violence", copied_from=COUNSELLING, copied_under=CONSENT.id
)
PASSING = replace(
    CONSENT,
    id=UUID(int=57),
    matrix=replace(
        MATRIX, from_units=frozenset({SHELTER}), to_units=frozenset({HOUSING, COUNSELLING})
    ),
)
TELLING = replace(CONSENT, id=UUID(int=58), matrix=replace(MATRIX, to_units=frozenset({HOUSING})))
BY_BOTH = (Basis(BasisKind.CONSENT, PASSING.id), Basis(BasisKind.CONSENT, TELLING.id))


def opened(
    facts: Facts, drawer: DrawerFact = COPY, *, unit: UUID = SHELTER, action: Action = Action.VIEW
) -> tuple[Basis, ...]:
    """Return what opens a copy to a unit; nothing where it stays closed."""
    there = replace(
        facts,
        drawers=(drawer,),
        membership=replace(MEMBERSHIP, unit=unit),
        case=None if facts.case is None else replace(facts.case, unit=unit),
    )
    question = replace(QUESTION, unit=unit, action=action, reason_given=True)
    answer = decide(question, there)
    openings = answer.openings if isinstance(answer, Permitted) else ()
    return tuple(basis for each in openings for basis in (each.basis, *each.beside))


def given_by(*found: ConsentFact) -> Facts:
    return replace(FACTS, consents=found)


TAKEN_BACK: dict[str, Callable[[datetime], ConsentFact]] = {
    "all of it": lambda at: replace(CONSENT, withdrawn_at=at),
    "the part": lambda at: replace(
        CONSENT, withdrawn_parts=(WithdrawnPart(SHELTER, "violence", at),)
    ),
}


@pytest.mark.parametrize("taken", TAKEN_BACK.values(), ids=TAKEN_BACK.keys())
def test_a_withdrawal_freezes_a_copy_from_its_instant_on(
    taken: Callable[[datetime], ConsentFact],
) -> None:
    assert not is_frozen(COPY, (taken(NOW + INSTANT),), NOW)
    assert is_frozen(COPY, (taken(NOW),), NOW)
    assert opened(given_by(taken(NOW + INSTANT))) == (CASE_BASIS,)
    assert opened(given_by(taken(NOW))) == ()


@pytest.mark.parametrize("part", [(HOUSING, "violence"), (SHELTER, "identity")])
def test_another_part_freezes_nothing(part: tuple[UUID, str]) -> None:
    other = replace(CONSENT, withdrawn_parts=(WithdrawnPart(*part, NOW),))
    assert opened(given_by(other)) == (CASE_BASIS,)


def test_a_consent_that_expires_leaves_the_copy() -> None:
    assert opened(given_by(replace(CONSENT, valid_until=NOW - DAY))) == (CASE_BASIS,)


def test_a_copy_whose_consent_is_not_known_stays_closed() -> None:
    assert opened(given_by()) == ()
    assert opened(given_by(replace(CONSENT, id=UUID(int=99)))) == ()


def test_a_frozen_copy_stays_so_whatever_the_consent_says_later() -> None:
    assert opened(given_by(CONSENT), replace(COPY, frozen=True)) == ()


def test_on_another_basis_it_opens_to_its_own_unit_alone() -> None:
    kept = replace(COPY, frozen=True, kept=True)
    taken = replace(CONSENT, withdrawn_at=NOW)
    assert opened(given_by(taken), kept) == (CASE_BASIS,)
    assert opened(given_by(taken, PASSING, TELLING), kept, unit=HOUSING) == ()


def test_it_is_read_like_the_units_own_record() -> None:
    assert opened(replace(given_by(CONSENT), case=CLOSED)) == (CASE_BASIS,)
    assert opened(replace(given_by(CONSENT), case=None)) == ()


def test_it_is_passed_on_by_the_consents_of_both_units_together() -> None:
    assert opened(given_by(CONSENT, PASSING, TELLING), unit=HOUSING) == BY_BOTH
    assert opened(given_by(CONSENT, PASSING), unit=HOUSING) == ()
    assert opened(given_by(CONSENT, TELLING), unit=HOUSING) == ()
    assert opened(given_by(PASSING, TELLING), unit=HOUSING) == ()
    taken = replace(CONSENT, withdrawn_at=NOW)
    assert opened(given_by(taken, PASSING, TELLING), unit=HOUSING) == ()


def test_a_consent_for_both_units_is_used_once() -> None:
    both = replace(
        TELLING, matrix=replace(MATRIX, from_units=frozenset(UNITS), to_units=frozenset({HOUSING}))
    )
    assert opened(given_by(CONSENT, both), unit=HOUSING) == (Basis(BasisKind.CONSENT, both.id),)


def test_the_unit_that_told_it_reads_no_copy_of_its_own_words() -> None:
    assert opened(given_by(CONSENT, PASSING, TELLING), unit=COUNSELLING) == ()


@pytest.mark.parametrize("unit", [SHELTER, HOUSING])
def test_an_emergency_or_another_lawful_ground_opens_the_original_instead(unit: UUID) -> None:
    health = replace(COPY, category="health")
    urgent = replace(EMERGENCY, unit=unit)
    assert opened(replace(FACTS, emergencies=(urgent,)), health, unit=unit) == ()
    agreed = replace(EXCEPTION, unit=unit)
    assert opened(replace(FACTS, exceptions=(agreed,)), unit=unit) == ()


def test_other_drawers_ask_nothing_of_this() -> None:
    plain = DrawerFact(UUID(int=901), SHELTER, "violence")
    assert opened(given_by(), plain) == (CASE_BASIS,)
    assert copy_bases(plain, lambda _: (CONSENT_BASIS,), (CONSENT,), NOW) == ()
    assert copy_readers(plain, (PASSING,), RULES, NOW).units == {SHELTER}


def test_the_readers_of_a_frozen_copy_are_its_unit_trustee_and_recovery() -> None:
    everything = (CONSENT, PASSING, TELLING)
    assert copy_readers(COPY, everything, RULES, NOW).units == {SHELTER, HOUSING}
    frozen = replace(COPY, frozen=True)
    assert copy_readers(frozen, everything, RULES, NOW) == Readers(
        frozenset({SHELTER}), trustee=True
    )
    hidden = replace(COPY, category="whereabouts")
    assert not copy_readers(hidden, everything, RULES, NOW).trustee


@given(found=st.lists(consents, max_size=5), holder=units, told_by=units, category=categories)
def test_the_readers_are_the_intersection_and_never_the_union(
    found: list[ConsentFact], holder: UUID, told_by: UUID, category: str
) -> None:
    copy = DrawerFact(UUID(int=900), holder, category, copied_from=told_by)
    both = (readers(unit, category, found, RULES, NOW).units for unit in (holder, told_by))
    allowed = frozenset.intersection(*both)
    assert copy_readers(copy, found, RULES, NOW).units - {holder, told_by} == allowed - {
        holder,
        told_by,
    }
    assert copy_readers(copy, found, RULES, NOW).units <= allowed | {holder}


@given(found=st.lists(consents, max_size=5), unit=units, category=categories, at=instants)
def test_a_copy_opens_to_others_only_where_both_originals_would(
    found: list[ConsentFact], unit: UUID, category: str, at: datetime
) -> None:
    copy = DrawerFact(
        UUID(int=900), SHELTER, category, copied_from=COUNSELLING, copied_under=CONSENT.id
    )
    facts = replace(FACTS, consents=(CONSENT, *found), case=replace(CASE, unit=unit))
    question = replace(QUESTION, at=at, unit=unit)

    def opens(drawer: DrawerFact) -> bool:
        there = replace(facts, drawers=(drawer,), membership=replace(MEMBERSHIP, unit=unit))
        answer = decide(question, there)
        return isinstance(answer, Permitted) and bool(answer.openings)

    plain = replace(copy, copied_from=None, copied_under=None)
    both = opens(plain) and opens(replace(plain, unit=COUNSELLING))
    if unit not in {SHELTER, COUNSELLING}:
        assert opens(copy) == both
