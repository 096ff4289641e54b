"""What the case of the own unit permits."""

from dataclasses import replace

import pytest

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.grounds import READING_ACTS
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from tests.unit.policy.asking import (
    AT_DESK,
    EVERYTHING,
    NOT_OPEN,
    NOT_YOUR_ROLE,
    REASON_NEEDED,
    TOO_LATE,
    WAS_HERE,
    WRITING_ACTS,
    asked,
    seen,
)
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CATEGORIES,
    CLOSED,
    COLLEAGUE,
    CONSENT,
    FACTS,
    MEMBER_BASIS,
    QUESTION,
    SHELTER,
    WORKER,
)


def test_an_open_case_opens_the_own_unit() -> None:
    answer = decide(QUESTION, FACTS)
    assert seen(answer) == {(SHELTER, category) for category in CATEGORIES}
    assert isinstance(answer, Permitted)
    assert answer.bases == (CASE_BASIS, MEMBER_BASIS)


def test_a_client_without_drawers_can_be_read_all_the_same() -> None:
    assert decide(QUESTION, replace(FACTS, drawers=())) == Permitted((), (CASE_BASIS, MEMBER_BASIS))


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.LEAD])
@pytest.mark.parametrize("act", sorted(READING_ACTS | WRITING_ACTS))
def test_a_restricted_case_is_for_the_assigned_only_and_a_lead_is_no_exception(
    act: Act, role: Role
) -> None:
    theirs = replace(CASE, restricted=True, assigned=frozenset({COLLEAGUE}))
    hers = replace(CASE, restricted=True, assigned=frozenset({WORKER}))
    assert asked(replace(FACTS, case=theirs), act, role) == NOT_OPEN
    assert isinstance(asked(replace(FACTS, case=hers), act, role), Permitted)


@pytest.mark.parametrize(
    "act",
    sorted(
        READING_ACTS - {Act.COPY_MAKE} | {Act.CONSENT_READ, Act.CASE_OPEN, Act.CORRECTION_SETTLE}
    ),
)
def test_a_closed_case_needs_a_reason_to_open(act: Act) -> None:
    assert asked(WAS_HERE, act) == REASON_NEEDED
    answer = decide(replace(QUESTION, act=act, reason_given=True), WAS_HERE)
    assert isinstance(answer, Permitted)
    assert answer.bases == (CASE_BASIS, MEMBER_BASIS)


def test_nothing_is_copied_into_a_closed_case() -> None:
    answer = decide(replace(QUESTION, act=Act.COPY_MAKE, reason_given=True), WAS_HERE)
    assert answer == TOO_LATE


@pytest.mark.parametrize("act", [Act.STORY_READ, Act.CORRECTION_RECORD])
def test_a_closed_case_shows_no_other_units_drawers(act: Act) -> None:
    facts = replace(WAS_HERE, consents=(CONSENT,))
    answer = decide(replace(QUESTION, act=act, reason_given=True), facts)
    assert {unit for unit, _ in seen(answer)} == {SHELTER}


@pytest.mark.parametrize(
    "act",
    sorted(WRITING_ACTS - {Act.CORRECTION_SETTLE} | {Act.CONSENT_RECORD, Act.CASE_CLOSE}),
)
def test_nothing_is_written_into_a_closed_case(act: Act) -> None:
    hers = replace(WAS_HERE, case=replace(CLOSED, assigned=frozenset({WORKER})))
    assert asked(hers, act) == TOO_LATE
    assert decide(replace(QUESTION, act=act, reason_given=True), hers) == TOO_LATE


@pytest.mark.parametrize("act", sorted(WRITING_ACTS))
def test_a_unit_writes_with_an_open_case_and_opens_nothing_by_it(act: Act) -> None:
    assert asked(EVERYTHING, act, Role.LEAD) == Permitted((), (CASE_BASIS, MEMBER_BASIS))


def test_a_case_is_closed_by_a_lead_or_by_the_assigned() -> None:
    hers = replace(FACTS, case=replace(CASE, assigned=frozenset({WORKER})))
    assert asked(FACTS, Act.CASE_CLOSE) == NOT_YOUR_ROLE
    assert isinstance(asked(hers, Act.CASE_CLOSE), Permitted)
    assert isinstance(asked(FACTS, Act.CASE_CLOSE, Role.LEAD), Permitted)
    assert asked(AT_DESK, Act.CASE_CLOSE) == NOT_OPEN
