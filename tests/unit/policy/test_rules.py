"""By which basis each drawer opens."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.facts import Cell, ConsentFact, Facts, Question
from caseflow.policy.grounds import standing
from caseflow.policy.rules import Opening, openings
from caseflow.policy.validity import opens
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CATEGORIES,
    CLOSED,
    CONSENT,
    CONSENT_BASIS,
    COUNSELLING,
    DAY,
    DRAWERS,
    EMERGENCY,
    EMERGENCY_BASIS,
    EXCEPTION,
    EXCEPTION_BASIS,
    FACTS,
    HOUSING,
    MATRIX,
    NOW,
    QUESTION,
    RULES,
    SHELTER,
    consents,
)

OWN = {(SHELTER, category): CASE_BASIS for category in CATEGORIES}
EVERY_CATEGORY = replace(EMERGENCY, categories=frozenset(CATEGORIES))


def opened(facts: Facts, question: Question = QUESTION) -> dict[tuple[UUID, str], Basis]:
    found = openings(question, facts, standing(question, facts))
    return {(opening.unit, opening.category): opening.basis for opening in found}


def test_an_opening_names_its_drawer() -> None:
    drawer = DRAWERS[SHELTER, "health"]
    facts = replace(FACTS, drawers=(drawer,))
    assert openings(QUESTION, facts, standing(QUESTION, facts)) == (
        Opening(drawer.id, SHELTER, "health", CASE_BASIS),
    )


def test_an_open_case_opens_the_own_units_drawers_its_evidence_too() -> None:
    assert opened(FACTS) == OWN


def test_an_export_opens_nothing_that_others_have_opened() -> None:
    export = replace(QUESTION, act=Act.CLIENT_EXPORT)
    facts = replace(FACTS, consents=(CONSENT,), emergencies=(EMERGENCY,))
    assert opened(facts, export) == OWN
    assert opened(replace(facts, case=None), export) == {}


def test_two_drawers_of_one_unit_and_category_open_alike() -> None:
    twin = replace(DRAWERS[COUNSELLING, "violence"], id=UUID(int=999))
    facts = replace(FACTS, drawers=(DRAWERS[COUNSELLING, "violence"], twin), consents=(CONSENT,))
    found = openings(QUESTION, facts, standing(QUESTION, facts))
    assert [opening.drawer for opening in found] == [
        DRAWERS[COUNSELLING, "violence"].id,
        twin.id,
    ]


def test_a_closed_case_with_a_reason_opens_the_own_units_drawers_and_no_other() -> None:
    facts = replace(FACTS, case=CLOSED, consents=(CONSENT,))
    assert opened(facts, replace(QUESTION, reason_given=True)) == OWN
    assert opened(facts) == {}


def test_to_tell_or_disclose_is_no_matter_of_the_own_unit_alone() -> None:
    assert opened(FACTS, replace(QUESTION, action=Action.COPY)) == OWN
    assert opened(FACTS, replace(QUESTION, action=Action.TELL)) == {}
    assert opened(FACTS, replace(QUESTION, action=Action.DISCLOSE)) == {}


def test_a_consent_opens_its_cells_beside_the_own_unit() -> None:
    assert opened(replace(FACTS, consents=(CONSENT,))) == OWN | {
        (COUNSELLING, "identity"): CONSENT_BASIS,
        (COUNSELLING, "violence"): CONSENT_BASIS,
    }


def test_the_newest_consent_that_opens_is_the_basis() -> None:
    newer = replace(CONSENT, id=UUID(int=1), recorded_at=NOW)
    ended = replace(CONSENT, id=UUID(int=2), recorded_at=NOW, valid_until=NOW)
    other_use = replace(
        CONSENT,
        id=UUID(int=3),
        recorded_at=NOW,
        matrix=replace(MATRIX, purposes=frozenset({"safety"})),
    )
    facts = replace(FACTS, consents=(CONSENT, newer, ended, other_use))
    assert opened(facts)[COUNSELLING, "violence"] == Basis(BasisKind.CONSENT, newer.id)


def test_consents_that_have_all_ended_open_nothing() -> None:
    ended = replace(CONSENT, valid_until=NOW)
    coming = replace(CONSENT, id=UUID(int=1), valid_from=NOW + DAY / 2)
    assert opened(replace(FACTS, consents=(ended,))) == OWN
    assert opened(replace(FACTS, consents=(ended, coming))) == OWN


def test_an_emergency_opens_the_emergency_categories_of_every_unit() -> None:
    units = {unit for unit, _ in DRAWERS}
    facts = replace(FACTS, case=None, emergencies=(EVERY_CATEGORY,))
    assert opened(facts) == {
        (unit, category): EMERGENCY_BASIS
        for unit in units
        for category in ("identity", "health", "family")
    }


def test_an_emergency_opens_only_what_was_said_to_be_needed() -> None:
    facts = replace(FACTS, emergencies=(replace(EMERGENCY, categories=frozenset({"health"})),))
    assert (HOUSING, "health") in opened(facts)
    assert (HOUSING, "identity") not in opened(facts)


@pytest.mark.parametrize("category", ["whereabouts", "evidence"])
def test_no_configuration_lets_an_emergency_open_these(category: str) -> None:
    rules = replace(RULES, emergency=frozenset(CATEGORIES))
    facts = replace(FACTS, case=None, emergencies=(EVERY_CATEGORY,), categories=rules)
    assert (COUNSELLING, "contact") in opened(facts)
    assert (COUNSELLING, category) not in opened(facts)
    trusted = replace(rules, trustee=rules.trustee | {"evidence"})
    assert (COUNSELLING, "evidence") not in opened(replace(facts, categories=trusted))


def test_an_emergency_is_for_reading_only() -> None:
    facts = replace(FACTS, case=None, emergencies=(EMERGENCY,))
    assert opened(facts, replace(QUESTION, action=Action.COPY)) == {}


def test_a_second_emergency_opens_what_the_first_did_not_name() -> None:
    later = replace(
        EMERGENCY,
        id=UUID(int=99),
        declared_at=NOW - DAY / 24,
        categories=frozenset({"family", "health"}),
    )
    found = opened(replace(FACTS, emergencies=(EMERGENCY, later)))
    assert found[HOUSING, "health"] == EMERGENCY_BASIS
    assert found[HOUSING, "family"] == Basis(BasisKind.EMERGENCY, later.id)


def test_own_unit_goes_before_consent_and_consent_before_emergency() -> None:
    facts = replace(FACTS, consents=(CONSENT,), emergencies=(EMERGENCY,))
    found = opened(facts)
    assert found[SHELTER, "identity"] == CASE_BASIS
    assert found[COUNSELLING, "identity"] == CONSENT_BASIS
    assert found[COUNSELLING, "health"] == EMERGENCY_BASIS


def test_an_emergency_beside_a_consent_is_named_with_what_it_opens_too() -> None:
    whole = replace(EMERGENCY, categories=RULES.emergency)
    facts = replace(FACTS, consents=(CONSENT,), emergencies=(whole,))
    found = openings(QUESTION, facts, standing(QUESTION, facts))
    beside = {(each.unit, each.category): each.emergency for each in found}
    by_consent = {
        (each.unit, each.category) for each in found if each.basis.kind is BasisKind.CONSENT
    }
    urgent = {place for place, emergency in beside.items() if emergency == EMERGENCY_BASIS}
    assert urgent == {place for place in by_consent if place[1] in RULES.emergency}
    assert urgent


def test_a_restricted_case_of_others_leaves_the_emergency() -> None:
    theirs = replace(CASE, restricted=True)
    facts = replace(FACTS, case=theirs, consents=(CONSENT,), emergencies=(EMERGENCY,))
    assert set(opened(facts).values()) == {EMERGENCY_BASIS}


@given(
    st.lists(consents, max_size=5).map(tuple),
    st.sampled_from(("case_work", "safety")),
    st.sampled_from(Action),
)
def test_a_drawer_opens_by_consent_exactly_when_one_of_them_opens_it(
    given: tuple[ConsentFact, ...], purpose: str, action: Action
) -> None:
    question = replace(QUESTION, purpose=purpose, action=action)
    found = opened(replace(FACTS, consents=given), question)
    by_consent = {pair: basis.id for pair, basis in found.items() if pair[0] != SHELTER}
    expected = {}
    for unit, category in DRAWERS:
        cell = Cell(unit, SHELTER, category, purpose, action)
        valid = [consent for consent in given if opens(consent, cell, NOW, RULES)]
        if valid:
            newest = max(valid, key=lambda consent: (consent.recorded_at, -consent.id.int))
            expected[unit, category] = newest.id
    assert by_consent == expected


def test_an_agreed_exception_opens_what_nothing_else_does() -> None:
    facts = replace(FACTS, exceptions=(EXCEPTION,))
    lent = {(COUNSELLING, key): EXCEPTION_BASIS for key in ("violence", "whereabouts")}
    assert opened(facts) == OWN | lent
    assert opened(facts, replace(QUESTION, purpose="safety")) == OWN
    assert opened(replace(facts, consents=(CONSENT,)))[COUNSELLING, "violence"] == CONSENT_BASIS


def test_it_opens_beside_an_open_case_alone() -> None:
    facts = replace(FACTS, exceptions=(EXCEPTION,), case=CLOSED)
    assert opened(facts, replace(QUESTION, reason_given=True)) == OWN
    assert opened(replace(facts, case=None)) == {}


def test_nobody_in_danger_waits_for_the_key_of_an_exception() -> None:
    exception = replace(EXCEPTION, categories=frozenset({"health", "violence"}))
    facts = replace(FACTS, exceptions=(exception,), emergencies=(EMERGENCY,))
    found = opened(facts)
    assert found[COUNSELLING, "health"] == EMERGENCY_BASIS
    assert found[COUNSELLING, "violence"] == EXCEPTION_BASIS


def test_of_two_exceptions_the_newer_is_named() -> None:
    newer = replace(EXCEPTION, id=UUID(int=57), declared_at=NOW)
    facts = replace(FACTS, exceptions=(newer, EXCEPTION))
    assert opened(facts)[COUNSELLING, "violence"] == Basis(BasisKind.EXCEPTION, newer.id)


def test_only_the_categories_that_are_asked_for_open() -> None:
    asked = replace(QUESTION, categories=frozenset({"health"}))
    assert opened(FACTS, asked) == {(SHELTER, "health"): CASE_BASIS}


def test_who_may_not_declare_is_looked_up_in_a_closed_case_too() -> None:
    closed = replace(FACTS, case=CLOSED)
    asked = replace(QUESTION, reason_given=False)
    assert opened(closed, asked) == {}
    assert opened(closed, replace(asked, act=Act.GUARDIAN_CHECK)) == OWN
