"""Consents given under two ids of one person are intersected, whatever they are; never united."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.facts import ConsentFact, DrawerFact, Facts, Question
from caseflow.policy.grounds import Ground
from caseflow.policy.merging import MergeFact, enough, one_person, unheard
from caseflow.policy.readers import readers
from caseflow.policy.rules import Opening, openings
from caseflow.vocabulary.matrices import Action, WithdrawnPart
from tests.unit.policy.examples import (
    CASE_BASIS,
    CATEGORIES,
    CONSENT,
    DAY,
    FACTS,
    INSTANT,
    NOW,
    PURPOSES,
    QUESTION,
    RULES,
    SHELTER,
    UNITS,
    consents,
    instants,
)

ONE, OTHER, THIRD = (UUID(int=n) for n in (201, 202, 203))
MERGED = NOW - DAY
PAIR = MergeFact(ONE, OTHER, MERGED)

# Most of these are in force and about few cells, so that they meet; the others are like any.
near = st.builds(
    lambda id_, categories, purposes, parts: replace(
        CONSENT,
        id=id_,
        matrix=replace(CONSENT.matrix, categories=categories, purposes=purposes),
        recorded_at=NOW - 3 * DAY,
        valid_from=NOW - 3 * DAY,
        valid_until=NOW + 9 * DAY,
        withdrawn_parts=parts,
    ),
    st.uuids(version=4),
    st.frozensets(st.sampled_from(("identity", "violence", "health")), min_size=1),
    st.frozensets(st.sampled_from(("case_work", "safety")), min_size=1),
    st.just(()) | st.just((WithdrawnPart(SHELTER, "violence", NOW),)),
)
given_under = st.lists(
    st.tuples(near | near | near | consents, st.sampled_from((ONE, OTHER))), max_size=6
)
questions = st.builds(
    lambda at, purpose, action: replace(QUESTION, at=at, purpose=purpose, action=action),
    instants,
    st.sampled_from(("case_work", "safety")),
    st.sampled_from((Action.VIEW, Action.VIEW, Action.COPY)),
)


def drawers(client: UUID) -> tuple[DrawerFact, ...]:
    return tuple(
        DrawerFact(UUID(int=client.int * 1000 + 10 * row + column), unit, category, client=client)
        for row, unit in enumerate(UNITS)
        for column, category in enumerate(CATEGORIES)
    )


def opened(question: Question, client: UUID, said: list[ConsentFact]) -> dict[UUID, Opening]:
    """Return what opens of the drawers of one id by consents alone, the own unit's left out."""
    facts = replace(FACTS, drawers=drawers(client), consents=tuple(said))
    return _others(question, facts)


def _others(question: Question, facts: Facts) -> dict[UUID, Opening]:
    found = openings(question, facts, {Ground.OPEN_CASE: CASE_BASIS})
    return {each.drawer: each for each in found if each.unit != SHELTER}


def cells(found: dict[UUID, Opening]) -> set[tuple[UUID, str]]:
    return {(each.unit, each.category) for each in found.values()}


def merged(said: list[tuple[ConsentFact, UUID]], at: datetime) -> list[ConsentFact]:
    pair = [MergeFact(ONE, OTHER, at)]
    return [
        replace(consent, unheard=unheard(client, consent.recorded_at, pair))
        for consent, client in said
    ]


@given(given_under, questions)
def test_what_was_agreed_to_before_opens_the_intersection_of_both_and_nothing_else(
    said: list[tuple[ConsentFact, UUID]], question: Question
) -> None:
    after = question.at + DAY  # all of it was said before
    said = [(replace(each, recorded_at=min(each.recorded_at, after)), who) for each, who in said]
    apart = {
        client: cells(opened(question, client, [each for each, who in said if who == client]))
        for client in (ONE, OTHER)
    }
    for client in (ONE, OTHER):
        together = cells(opened(question, client, merged(said, after)))
        assert together == apart[ONE] & apart[OTHER]
        assert together <= apart[client]


@given(given_under, questions)
def test_every_opening_names_a_basis_for_each_record(
    said: list[tuple[ConsentFact, UUID]], question: Question
) -> None:
    facts = {each.id: each for each in merged(said, MERGED)}
    for opening in opened(question, ONE, list(facts.values())).values():
        named = [facts[basis.id] for basis in (opening.basis, *opening.beside)]
        assert enough(named) == tuple(named)
        assert len({basis.id for basis in (opening.basis, *opening.beside)}) == len(named)


@given(given_under, questions)
def test_what_is_agreed_to_afterwards_opens_both_by_itself(
    said: list[tuple[ConsentFact, UUID]], question: Question
) -> None:
    later = [(replace(each, recorded_at=max(each.recorded_at, NOW)), who) for each, who in said]
    plain = [each for each, _ in later]
    for client in (ONE, OTHER):
        assert opened(question, client, merged(later, MERGED)) == opened(question, client, plain)


@given(given_under, instants)
def test_a_key_is_held_exactly_where_something_opens_now_or_later(
    said: list[tuple[ConsentFact, UUID]], at: datetime
) -> None:
    facts = merged(said, MERGED)
    moments = {at, *(max(each.valid_from, each.recorded_at, at) for each in facts)}
    for unit in UNITS:
        for category in CATEGORIES:
            held = SHELTER in readers(unit, category, facts, RULES, at).units - {unit}
            opens = any(
                _opens(replace(QUESTION, at=moment, purpose=purpose), unit, category, facts)
                for moment in moments
                for purpose in PURPOSES
            )
            # One that speaks for all holds a key whatever it is for: as before there was a merge.
            alone = any(not each.unheard for each in facts)
            assert held == opens or (alone and held)


def _opens(question: Question, unit: UUID, category: str, said: list[ConsentFact]) -> bool:
    one = DrawerFact(UUID(int=1), unit, category, client=ONE)
    facts = replace(FACTS, drawers=(one,), consents=tuple(said))
    return bool(_others(question, facts))


def test_both_consents_are_bases_and_one_alone_opens_nothing() -> None:
    under_one = replace(CONSENT, id=UUID(int=61), recorded_at=MERGED - DAY, valid_from=MERGED - DAY)
    under_other = replace(under_one, id=UUID(int=62))
    both = merged([(under_one, ONE), (under_other, OTHER)], MERGED)
    for said in (both[:1], both[1:]):
        assert opened(QUESTION, ONE, said) == {}
    for opening in opened(QUESTION, ONE, both).values():
        assert {opening.basis.id, *(each.id for each in opening.beside)} == {
            under_one.id,
            under_other.id,
        }
    assert opened(QUESTION, ONE, both)


def test_of_a_third_record_she_has_to_be_asked_too() -> None:
    pairs = [PAIR, MergeFact(THIRD, OTHER, NOW)]
    assert one_person(ONE, pairs) == one_person(THIRD, pairs) == {ONE, OTHER, THIRD}
    assert unheard(ONE, NOW, pairs) == {THIRD}
    assert unheard(ONE, MERGED, pairs) == {OTHER, THIRD}
    assert unheard(THIRD, MERGED, pairs) == {ONE, OTHER}
    assert unheard(ONE, NOW + INSTANT, pairs) == frozenset()
    assert one_person(UUID(int=204), pairs) == {UUID(int=204)}


def test_what_is_said_at_the_instant_of_the_merge_was_not_said_after_it() -> None:
    assert unheard(ONE, MERGED, [PAIR]) == {OTHER}
    assert unheard(ONE, MERGED + INSTANT, [PAIR]) == frozenset()


def test_nothing_is_never_enough() -> None:
    assert enough(list[ConsentFact]()) == ()


@pytest.mark.parametrize("kind", ["purpose", "time"])
def test_consents_that_never_meet_hold_no_key(kind: str) -> None:
    one = replace(CONSENT, unheard=frozenset({OTHER}))
    changed = (
        {"matrix": replace(CONSENT.matrix, purposes=frozenset({"safety"}))}
        if kind == "purpose"
        else {"valid_from": CONSENT.valid_until}
    )
    other = replace(CONSENT, id=UUID(int=63), unheard=frozenset({ONE}), **changed)
    given_unit = next(iter(CONSENT.matrix.from_units))
    assert readers(given_unit, "identity", (one, other), RULES, NOW).units == {given_unit}
    meets = replace(CONSENT, id=UUID(int=64), unheard=frozenset({ONE}), valid_from=NOW + INSTANT)
    assert SHELTER in readers(given_unit, "identity", (one, meets), RULES, NOW).units
