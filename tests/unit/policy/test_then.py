from dataclasses import replace
from datetime import timedelta

from caseflow.policy.merging import MergeFact
from caseflow.policy.past import MergePast, WallPast
from caseflow.policy.then import (
    Then,
    consent_then,
    membership_then,
    person_then,
    walled_then,
)
from caseflow.policy.validity import valid_at
from caseflow.vocabulary.actors import Role
from tests.unit.policy.pasts import (
    AGREED,
    CLIENT,
    MEMBER,
    MEMBERSHIP,
    MINUTE,
    NOON,
    OTHER,
    STAFF,
    YEAR,
    access,
    id_,
    past,
)

NOW, LENIENT = Then(NOON, timedelta()), Then(NOON, MINUTE)


def test_an_end_within_the_grace_is_none_yet() -> None:
    assert NOW.ended(NOON)
    assert not LENIENT.ended(NOON)
    assert LENIENT.ended(NOON - MINUTE)
    assert not NOW.ended(None)
    assert NOW.held(NOON, None)
    assert not NOW.held(NOON + MINUTE, None)


def test_what_closes_begins_later_by_the_grace_and_ends_when_it_says() -> None:
    assert NOW.shut(NOON, None)
    assert not LENIENT.shut(NOON, None)
    assert not NOW.shut(NOON - YEAR, NOON)
    assert NOW.shut(NOON - YEAR, NOON + MINUTE)


def test_two_records_are_one_person_while_they_are_merged() -> None:
    pair = MergeFact(CLIENT, OTHER, NOON - MINUTE)
    merged = past(merges=(MergePast(pair, None),))
    her = person_then(merged, CLIENT, NOW)
    assert her.ids == (CLIENT, OTHER)
    assert her.unheard(CLIENT, NOON - YEAR) == {OTHER}
    assert her.unheard(CLIENT, NOON) == frozenset()
    parted = past(merges=(MergePast(pair, NOON),))
    assert person_then(parted, CLIENT, NOW).ids == (CLIENT,)


def test_a_wall_keeps_her_from_all_ids_of_a_person() -> None:
    her = person_then(past(merges=(MergePast(MergeFact(CLIENT, OTHER, NOON), None),)), CLIENT, NOW)
    wall = WallPast(STAFF, OTHER, NOON, None)
    assert walled_then(past(walls=(wall,)), STAFF, her, NOW)
    assert not walled_then(past(walls=(wall,)), id_(99), her, NOW)


def test_the_membership_that_is_named_is_the_one_that_counts() -> None:
    assert membership_then(past(), access(), NOW).active
    other = past(memberships={id_(21): replace(MEMBERSHIP, id=id_(21))})
    assert not membership_then(other, access(), NOW).active
    unnamed = access(bases=frozenset())
    assert membership_then(other, unnamed, NOW).id == id_(21)
    assert membership_then(past(), access(MEMBER), NOW).id == MEMBER


def test_a_leads_program_acted_by_her_membership_in_less_than_her_role() -> None:
    lead = replace(MEMBERSHIP, id=MEMBER, role=Role.LEAD)
    was = membership_then(past(memberships={MEMBER: lead}), access(MEMBER), NOW)
    assert (was.active, was.role) == (True, access().role)
    assert not membership_then(past(), access(MEMBER, role=Role.LEAD), NOW).active


def test_a_consent_ends_later_by_the_grace() -> None:
    ended = replace(AGREED, withdrawn_at=NOON, majority_at=NOON)
    assert not valid_at(consent_then(ended, frozenset(), NOW), NOON)
    assert valid_at(consent_then(ended, frozenset(), LENIENT), NOON)
