"""The index says where to look, and hides nothing."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.facts import ConsentFact
from caseflow.policy.index import received_by
from tests.unit.policy.examples import (
    CATEGORIES,
    CONSENT,
    COUNSELLING,
    DAY,
    FACTS,
    HOUSING,
    NOW,
    SHELTER,
    UNITS,
    consents,
)


def ids(*given: ConsentFact) -> list[UUID]:
    index = received_by(replace(FACTS, consents=given), SHELTER)
    return [candidate.consent.id for candidate in index[COUNSELLING, "violence"]]


def test_the_newest_consent_comes_first() -> None:
    older = replace(CONSENT, id=UUID(int=1), recorded_at=NOW - 2 * DAY)
    newer = replace(CONSENT, id=UUID(int=2), recorded_at=NOW)
    assert ids(older, newer) == ids(newer, older) == [newer.id, older.id]


def test_of_two_recorded_at_once_the_lower_id_comes_first() -> None:
    low, high = replace(CONSENT, id=UUID(int=1)), replace(CONSENT, id=UUID(int=2))
    assert ids(low, high) == ids(high, low) == [low.id, high.id]


def test_consents_to_others_are_left_out() -> None:
    facts = replace(FACTS, consents=(CONSENT,))
    assert received_by(facts, HOUSING) == {}
    assert set(received_by(facts, SHELTER)) == {
        (COUNSELLING, "identity"),
        (COUNSELLING, "violence"),
    }


def test_what_was_looked_up_once_is_kept() -> None:
    facts = replace(FACTS, consents=(CONSENT,))
    assert received_by(facts, SHELTER) is received_by(facts, SHELTER)


def test_a_long_consent_is_not_lost_behind_newer_ones_that_ended() -> None:
    long = replace(CONSENT, id=UUID(int=1), recorded_at=NOW - 3 * DAY, valid_until=NOW + 9 * DAY)
    ended = replace(CONSENT, id=UUID(int=2), valid_until=NOW)
    withdrawn = replace(CONSENT, id=UUID(int=3), recorded_at=NOW, withdrawn_at=NOW)
    index = received_by(replace(FACTS, consents=(ended, long, withdrawn)), SHELTER)
    found = index[COUNSELLING, "violence"]
    assert [candidate.consent for candidate in found] == [withdrawn, ended, long]
    assert [candidate.all_over for candidate in found] == [NOW + 9 * DAY] * 3


def test_when_all_have_ended_it_is_known_at_the_first() -> None:
    withdrawn = replace(CONSENT, withdrawn_at=NOW)
    index = received_by(replace(FACTS, consents=(withdrawn,)), SHELTER)
    assert index[COUNSELLING, "violence"][0].all_over == NOW


@given(st.lists(consents, max_size=6).map(tuple))
def test_the_index_holds_each_named_cell_and_only_those(given: tuple[ConsentFact, ...]) -> None:
    index = received_by(replace(FACTS, consents=given), SHELTER)
    for unit in UNITS:
        for category in CATEGORIES:
            found = {candidate.consent.id for candidate in index.get((unit, category), ())}
            assert found == {
                consent.id
                for consent in given
                if SHELTER in consent.matrix.to_units
                and unit in consent.matrix.from_units
                and category in consent.matrix.categories
            }
