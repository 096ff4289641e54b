"""What a lawful exception opens: nothing that nobody has agreed to."""

from dataclasses import replace

import pytest
from hypothesis import given

from caseflow.policy.exceptions import awaited, exception_state, leads, opens, runs
from caseflow.policy.facts import Agreement, Cell, ExceptionFact
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import ExceptionState
from tests.unit.policy.examples import (
    CATEGORIES,
    COUNSELLING,
    DAY,
    EXCEPTION,
    HOUSING,
    INSTANT,
    NOW,
    PURPOSES,
    RULES,
    SHELTER,
    UNITS,
    exceptions,
)

BY_OFFICER = replace(EXCEPTION, agreements=(Agreement(COUNSELLING, NOW - DAY, by_lead=False),))
UNANSWERED = replace(EXCEPTION, agreements=())
CELL = Cell(COUNSELLING, SHELTER, "violence", "case_work", Action.VIEW)


def test_it_opens_what_it_names_once_somebody_has_agreed() -> None:
    assert opens(EXCEPTION, CELL, NOW, RULES)
    assert not opens(UNANSWERED, CELL, NOW, RULES)


@pytest.mark.parametrize(
    "cell",
    [
        CELL._replace(from_unit=HOUSING),
        CELL._replace(to_unit=HOUSING),
        CELL._replace(category="health"),
        CELL._replace(purpose="safety"),
        CELL._replace(action=Action.COPY),
        CELL._replace(action=Action.TELL),
        CELL._replace(action=Action.DISCLOSE),
    ],
    ids=str,
)
def test_nothing_else_opens(cell: Cell) -> None:
    assert not opens(EXCEPTION, cell, NOW, RULES)


def test_where_she_is_opens_by_the_owning_units_lead_alone() -> None:
    where = CELL._replace(category="whereabouts")
    assert opens(EXCEPTION, where, NOW, RULES)
    assert opens(BY_OFFICER, CELL, NOW, RULES)
    assert not opens(BY_OFFICER, where, NOW, RULES)


def test_evidence_opens_by_nothing() -> None:
    named = replace(EXCEPTION, categories=frozenset({"evidence"}))
    assert not opens(named, CELL._replace(category="evidence"), NOW, RULES)


def test_it_lives_from_its_agreement_up_to_its_end() -> None:
    begun = EXCEPTION.agreements[0].at
    assert opens(EXCEPTION, CELL, begun, RULES)
    assert not opens(EXCEPTION, CELL, begun - INSTANT, RULES)
    assert opens(EXCEPTION, CELL, EXCEPTION.until - INSTANT, RULES)
    assert not opens(EXCEPTION, CELL, EXCEPTION.until, RULES)
    ended = replace(EXCEPTION, ended_at=NOW)
    assert opens(ended, CELL, NOW - INSTANT, RULES)
    assert not opens(ended, CELL, NOW, RULES)


def test_a_later_agreement_is_none_yet() -> None:
    later = replace(EXCEPTION, agreements=(Agreement(COUNSELLING, NOW + INSTANT, by_lead=True),))
    assert not opens(later, CELL, NOW, RULES)


def test_an_answer_is_awaited_for_what_is_not_agreed_to() -> None:
    assert awaited(UNANSWERED, COUNSELLING, NOW, RULES, by_lead=False)
    assert awaited(UNANSWERED, COUNSELLING, NOW, RULES, by_lead=True)
    assert not awaited(EXCEPTION, COUNSELLING, NOW, RULES, by_lead=True)
    # An officer has agreed; whereabouts wait for the lead.
    assert not awaited(BY_OFFICER, COUNSELLING, NOW, RULES, by_lead=False)
    assert awaited(BY_OFFICER, COUNSELLING, NOW, RULES, by_lead=True)
    assert not awaited(replace(UNANSWERED, until=NOW), COUNSELLING, NOW, RULES, by_lead=True)


@pytest.mark.parametrize(
    ("exception", "refused", "state"),
    [
        (UNANSWERED, False, ExceptionState.WAITING),
        (EXCEPTION, False, ExceptionState.AGREED),
        (replace(EXCEPTION, until=NOW), False, ExceptionState.EXPIRED),
        (replace(EXCEPTION, ended_at=NOW), False, ExceptionState.ENDED),
        (replace(EXCEPTION, ended_at=NOW), True, ExceptionState.REFUSED),
        (replace(EXCEPTION, ended_at=NOW + INSTANT), False, ExceptionState.AGREED),
    ],
)
def test_its_state(exception: ExceptionFact, refused: bool, state: ExceptionState) -> None:  # noqa: FBT001
    assert exception_state(exception, NOW, refused=refused) is state


@given(exceptions)
def test_whatever_opens_was_agreed_to_for_that_unit(exception: ExceptionFact) -> None:
    for unit in UNITS:
        for category in CATEGORIES:
            if leads(exception, unit, category, NOW, RULES):
                assert runs(exception, NOW)
                assert category in exception.categories - RULES.never
                assert unit != exception.unit
                mine = [each for each in exception.agreements if each.unit == unit]
                assert any(each.at <= NOW for each in mine)
                assert category in RULES.trustee or any(each.by_lead for each in mine)


@given(exceptions)
def test_who_is_answered_by_a_lead_awaits_nobody(exception: ExceptionFact) -> None:
    for unit in UNITS:
        answered = replace(exception, agreements=(Agreement(unit, NOW, by_lead=True),))
        assert not awaited(answered, unit, NOW, RULES, by_lead=True)


@given(exceptions)
def test_nothing_opens_to_another_unit_or_for_another_purpose(exception: ExceptionFact) -> None:
    for unit in UNITS:
        for purpose in PURPOSES:
            cell = CELL._replace(to_unit=unit, purpose=purpose)
            if opens(exception, cell, NOW, RULES):
                assert (unit, purpose) == (exception.unit, exception.purpose)
