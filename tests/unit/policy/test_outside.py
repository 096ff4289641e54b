"""What may be told to a partner outside, by whom, and when not any more."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import Cell, Facts, PartnerFact, Question
from caseflow.policy.grounds import standing
from caseflow.policy.outside import asked_under, cooperates, told_categories
from caseflow.policy.readers import readers
from caseflow.policy.rules import openings
from caseflow.policy.validity import consent_state, opens
from caseflow.policy.withdrawal import apply_withdrawal
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.unit.policy.examples import (
    CASE_BASIS,
    CLOSED,
    CONSENT,
    CONSENT_BASIS,
    COUNSELLING,
    DAY,
    DRAWERS,
    FACTS,
    MEMBER_BASIS,
    NOW,
    QUESTION,
    RULES,
    SHELTER,
    UNITS,
    categories,
    units,
)

POLICE = UUID(int=71)
PARTNER = PartnerFact(POLICE, NOW - DAY, NOW + DAY, None)
MATRIX = Matrix(
    from_units=frozenset({SHELTER}),
    to_units=frozenset(),
    categories=frozenset({"identity", "violence"}),
    purposes=frozenset({"case_work"}),
    actions=frozenset({Action.DISCLOSE, Action.TELL}),
    partner=POLICE,
)
GIVEN = replace(CONSENT, matrix=MATRIX)
ASKED = replace(QUESTION, act=Act.DISCLOSURE_MAKE, action=Action.DISCLOSE, consent=GIVEN.id)
KNOWN = replace(FACTS, consents=(GIVEN,), partners=(PARTNER,))


def opened(question: Question = ASKED, facts: Facts = KNOWN) -> set[tuple[UUID, str]] | Reason:
    answer = decide(question, facts)
    if isinstance(answer, Refused):
        return answer.reason
    return {(opening.unit, opening.category) for opening in answer.openings}


def with_matrix(**changed: object) -> Facts:
    return replace(KNOWN, consents=(replace(GIVEN, matrix=replace(MATRIX, **changed)),))  # type: ignore[arg-type] # any part


def test_the_own_drawers_that_the_consent_names_open_by_it_and_by_the_case() -> None:
    answer = decide(ASKED, KNOWN)
    assert isinstance(answer, Permitted)
    assert {(each.unit, each.category) for each in answer.openings} == {
        (SHELTER, "identity"),
        (SHELTER, "violence"),
    }
    assert {each.basis for each in answer.openings} == {CONSENT_BASIS}
    assert set(answer.bases) == {CASE_BASIS, CONSENT_BASIS, MEMBER_BASIS}


def test_the_consent_is_used_even_where_she_has_no_such_drawer() -> None:
    answer = decide(ASKED, replace(KNOWN, drawers=()))
    assert isinstance(answer, Permitted)
    assert answer.openings == ()
    assert CONSENT_BASIS in answer.bases


def test_whose_unit_does_not_speak_finds_no_such_consent() -> None:
    assert opened(facts=with_matrix(from_units=frozenset({COUNSELLING}))) is Reason.NOT_OPEN
    assert opened(replace(ASKED, consent=UUID(int=9))) is Reason.NOT_OPEN
    assert asked_under(ASKED, with_matrix(partner=None, to_units=frozenset(UNITS))) is None


def test_no_drawer_opens_under_a_consent_that_is_not_there() -> None:
    grounds = standing(ASKED, KNOWN)
    assert openings(replace(ASKED, consent=UUID(int=9)), KNOWN, grounds) == ()


def test_whoever_knocks_without_a_consent_is_let_in_and_sees_nothing() -> None:
    assert opened(replace(ASKED, consent=None)) == set()
    assert opened(replace(ASKED, consent=None), replace(KNOWN, case=None)) is Reason.NOT_OPEN


@pytest.mark.parametrize(
    "partner",
    [
        replace(PARTNER, id=UUID(int=72)),
        replace(PARTNER, agreed_from=NOW + DAY, agreed_until=None),
        replace(PARTNER, agreed_until=NOW),
        replace(PARTNER, ended_at=NOW),
    ],
    ids=["another", "not yet", "run out", "ended"],
)
def test_nothing_goes_to_a_partner_whose_agreement_does_not_run(partner: PartnerFact) -> None:
    assert opened(facts=replace(KNOWN, partners=(partner,))) is Reason.TOO_LATE
    assert opened(facts=replace(KNOWN, partners=())) is Reason.TOO_LATE


@pytest.mark.parametrize(
    ("partner", "runs"),
    [
        (PARTNER, True),
        (replace(PARTNER, agreed_until=None), True),
        (replace(PARTNER, ended_at=NOW + DAY), True),
        (replace(PARTNER, agreed_from=NOW), True),
    ],
)
def test_an_agreement_runs_from_its_first_day_to_its_last(partner: PartnerFact, runs: bool) -> None:  # noqa: FBT001 - a cell of the table
    assert cooperates(partner, NOW) is runs


@pytest.mark.parametrize("withdrawn_at", [NOW, NOW - DAY])
def test_a_withdrawal_ends_it_at_once(withdrawn_at: datetime) -> None:
    over = replace(GIVEN, withdrawn_at=withdrawn_at)
    assert opened(facts=replace(KNOWN, consents=(over,))) is Reason.TOO_LATE


def test_telling_by_word_of_mouth_hands_nothing_out() -> None:
    assert opened(facts=with_matrix(actions=frozenset({Action.TELL}))) is Reason.TOO_LATE


def test_another_purpose_and_evidence_and_what_she_refused_or_took_back_open_nothing() -> None:
    assert opened(replace(ASKED, purpose="safety")) == set()
    assert opened(facts=with_matrix(categories=frozenset({"evidence"}))) == set()
    no = frozenset({Exclusion(POLICE, "violence")})
    assert opened(facts=with_matrix(exclusions=no)) == {(SHELTER, "identity")}
    gone = replace(GIVEN, withdrawn_parts=(WithdrawnPart(POLICE, "identity", NOW),))
    assert opened(facts=replace(KNOWN, consents=(gone,))) == {(SHELTER, "violence")}


def test_what_does_not_speak_for_every_record_of_hers_hands_nothing_out() -> None:
    partly = replace(GIVEN, unheard=frozenset({UUID(int=99)}))
    assert opened(facts=replace(KNOWN, consents=(partly,))) is Reason.TOO_LATE


def test_what_was_copied_from_another_unit_is_not_handed_on() -> None:
    own = DRAWERS[SHELTER, "violence"]
    copied = replace(own, copied_from=COUNSELLING, copied_under=CONSENT.id)
    assert opened(facts=replace(KNOWN, drawers=(copied,), consents=(GIVEN, CONSENT))) == set()


def test_a_closed_case_hands_nothing_out() -> None:
    assert opened(facts=replace(KNOWN, case=CLOSED)) is Reason.TOO_LATE


def test_a_hand_out_printed_again_comes_from_the_own_evidence_while_the_consent_runs() -> None:
    again = replace(ASKED, act=Act.DISCLOSURE_PRINT)
    assert opened(again) == {(SHELTER, "evidence")}
    whole = replace(again, covering=MATRIX.categories)
    assert opened(whole) == {(SHELTER, "evidence")}
    part = replace(GIVEN, withdrawn_parts=(WithdrawnPart(POLICE, "identity", NOW),))
    assert opened(whole, replace(KNOWN, consents=(part,))) is Reason.TOO_LATE
    over = replace(GIVEN, withdrawn_at=NOW)
    assert opened(again, replace(KNOWN, consents=(over,))) is Reason.TOO_LATE


def test_what_was_told_is_read_in_the_own_drawers_alone() -> None:
    reading = replace(QUESTION, act=Act.DISCLOSURE_READ)
    shared = replace(CONSENT, matrix=replace(CONSENT.matrix, categories=frozenset({"violence"})))
    found = opened(reading, replace(KNOWN, consents=(GIVEN, shared)))
    assert isinstance(found, set)
    assert {unit for unit, _ in found} == {SHELTER}


@given(unit=units, category=categories, other=units)
def test_no_unit_receives_anything_by_a_consent_that_names_a_partner(
    unit: UUID, category: str, other: UUID
) -> None:
    everything = replace(
        GIVEN,
        matrix=replace(
            MATRIX,
            from_units=frozenset(UNITS),
            categories=frozenset({category}),
            actions=frozenset(Action),
        ),
    )
    assert readers(unit, category, (everything,), RULES, NOW).units == {unit}
    for to in (other, POLICE):
        cell = Cell(unit, to, category, "case_work", Action.VIEW)
        assert not opens(everything, cell, NOW, RULES)
    facts = replace(FACTS, consents=(everything,), drawers=tuple(DRAWERS.values()))
    found = opened(QUESTION, facts)
    assert isinstance(found, set)
    assert {of for of, _ in found} == {SHELTER}


def test_a_consent_for_units_tells_no_partner_anything() -> None:
    assert told_categories(CONSENT, COUNSELLING, "case_work", NOW, RULES) == frozenset()


def test_it_is_taken_back_by_category_until_nothing_is_left() -> None:
    part = apply_withdrawal(MATRIX, (), None, frozenset({"identity"}), NOW)
    assert part.parts == (WithdrawnPart(POLICE, "identity", NOW),)
    assert not part.whole
    rest = apply_withdrawal(MATRIX, part.parts, None, frozenset({"violence"}), NOW)
    assert rest.whole
    assert apply_withdrawal(MATRIX, (), frozenset({SHELTER}), None, NOW).parts == ()
    all_gone = replace(GIVEN, withdrawn_parts=(*part.parts, *rest.parts))
    assert consent_state(all_gone, NOW, pending=False) is ConsentState.WITHDRAWN
    left = replace(GIVEN, withdrawn_parts=part.parts)
    assert consent_state(left, NOW, pending=False) is ConsentState.PARTLY_WITHDRAWN
    assert consent_state(GIVEN, NOW, pending=False) is ConsentState.ACTIVE
