from dataclasses import replace
from datetime import timedelta

from caseflow.policy.case_then import case_then, cases_then
from caseflow.policy.facts import CaseFact
from caseflow.policy.past import Access, CasePast, PairPast, Past
from caseflow.policy.then import Her, Then
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from tests.unit.policy.pasts import (
    CASE,
    CLIENT,
    COLLEAGUE,
    GIVER,
    HOUR,
    MEMBERSHIP,
    MINUTE,
    NOON,
    OPEN,
    OTHER,
    STAFF,
    access,
    id_,
    past,
)

NOW = Then(NOON, timedelta())
HER = Her((CLIENT, OTHER), ())
SECOND = replace(OPEN, id=id_(26), client=OTHER, opened_at=NOON - MINUTE)


def _fact(then: Past, asked: Access) -> CaseFact | None:
    return case_then(then, asked, cases_then(then, asked, HER, NOW), NOW)


def _with(*cases: CasePast) -> Past:
    return past(cases={each.id: each for each in cases})


def test_the_open_one_stands_before_closed_ones_and_else_the_one_closed_last() -> None:
    first = replace(OPEN, id=id_(27), opened_at=NOON - 3 * HOUR, closed_at=NOON - 2 * HOUR)
    second = replace(OPEN, id=id_(28), opened_at=NOON - 3 * HOUR, closed_at=NOON - HOUR)
    long_open = replace(OPEN, opened_at=NOON - 4 * HOUR)
    reopened = replace(first, closed_at=NOON + MINUTE)
    for cases, found in (
        ((OPEN, first), CASE),
        ((first, second), id_(28)),
        ((second, first), id_(28)),
        ((first, long_open, second), CASE),
        ((long_open, reopened), id_(27)),
    ):
        fact = _fact(_with(*cases), access(bases=frozenset()))
        assert fact is not None
        assert fact.id == found
    named = _fact(_with(long_open, reopened), access())  # names the first of two open ones
    assert named is not None
    assert named.id == CASE


def test_of_cases_of_other_units_and_later_ones_nothing_was_known() -> None:
    assert _fact(_with(replace(OPEN, unit=GIVER)), access()) is None
    assert _fact(_with(replace(OPEN, opened_at=NOON + MINUTE)), access()) is None


def test_the_one_that_the_act_itself_opened_was_not_there_before_it() -> None:
    opened = replace(OPEN, opened_at=NOON)
    made = access(act=Act.CASE_OPEN, rows=frozenset({CASE}))
    assert _fact(_with(opened), made) is None
    assert _fact(_with(OPEN), made) is not None
    assert _fact(_with(opened), access(rows=frozenset({CASE}))) is not None


def test_cases_of_one_person_are_kept_together_and_the_named_one_is_a_basis() -> None:
    kept = replace(SECOND, restricted=True, assigned=frozenset({COLLEAGUE}))
    fact = _fact(_with(OPEN, kept), access())
    assert fact == CaseFact(
        CASE, OPEN.unit, open=True, restricted=True, assigned=frozenset({COLLEAGUE})
    )
    first = replace(OPEN, restricted=True, assigned=frozenset({STAFF, COLLEAGUE}))
    fact = _fact(_with(first, replace(kept, assigned=frozenset({COLLEAGUE, id_(29)}))), access())
    assert fact is not None
    assert fact.assigned == {COLLEAGUE}
    both = _fact(_with(OPEN, SECOND), replace(access(), bases=frozenset()))
    assert both is not None
    assert (both.id, set(both.assigned)) == (CASE, {STAFF})


def test_a_restricted_case_is_deserted_when_nobody_is_left_whom_it_was_kept_to() -> None:
    gone = replace(MEMBERSHIP, ended_at=NOON - MINUTE)
    restricted = _with(replace(OPEN, restricted=True))
    for member, deserted in ((gone, True), (MEMBERSHIP, False)):
        fact = _fact(replace(restricted, memberships={member.id: member}), access())
        assert fact is not None
        assert fact.deserted is deserted
    ends_now = replace(MEMBERSHIP, ended_at=NOON)
    fact = _fact(replace(restricted, memberships={ends_now.id: ends_now}), access())
    assert fact is not None
    assert fact.deserted
    of_others = PairPast(frozenset({SECOND.id}), NOON - MINUTE, None)
    lifted = PairPast(frozenset({CASE}), NOON - 2 * HOUR, NOON - HOUR)
    fact = _fact(replace(restricted, pairs=(of_others, lifted)), access())
    assert fact is not None
    assert not fact.deserted
    pair = PairPast(frozenset({CASE}), NOON - MINUTE, None)
    fact = _fact(replace(restricted, pairs=(pair,)), access())
    assert fact is not None
    assert fact.deserted
    lead = replace(MEMBERSHIP, role=Role.LEAD)
    fact = _fact(replace(restricted, pairs=(pair,), memberships={lead.id: lead}), access())
    assert fact is not None
    assert not fact.deserted
