"""What a desk, a handover, a first meeting and an emergency permit."""

from dataclasses import replace
from itertools import product

import pytest

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import CaseFact, Facts
from caseflow.policy.grounds import READING_ACTS
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.matrices import Action
from tests.unit.policy.asking import (
    AT_DESK,
    HANDED_OVER,
    IN_EMERGENCY,
    NOT_OPEN,
    UNKNOWN,
    WAS_HERE,
    WRITING_ACTS,
    asked,
    seen,
)
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CLOSED,
    COLLEAGUE,
    CONSENT,
    DESK,
    DESK_BASIS,
    DRAWERS,
    EMERGENCY,
    EMERGENCY_BASIS,
    FACTS,
    INSTANT,
    MEMBER_BASIS,
    MEMBERSHIP,
    QUESTION,
    SHELTER,
    UNITS,
    WORKER,
)

DESK_ACTS = {
    Act.CONSENT_RECORD,
    Act.REFUSAL_RECORD,
    Act.CONSENT_WITHDRAW,
    Act.EMERGENCY_DECLARE,
    Act.CASE_OPEN,
    Act.CONSENT_PREVIEW,
}


@pytest.mark.parametrize("act", sorted(DESK_ACTS))
def test_a_desk_permits_what_is_done_at_it(act: Act) -> None:
    assert asked(AT_DESK, act, Role.INTAKE) == Permitted((), (DESK_BASIS, MEMBER_BASIS))


@pytest.mark.parametrize("act", sorted(READING_ACTS | WRITING_ACTS | {Act.CONSENT_READ}))
def test_a_desk_opens_nothing_to_read_and_nothing_to_write(act: Act) -> None:
    assert asked(replace(AT_DESK, consents=(CONSENT,)), act) == NOT_OPEN


def test_at_a_desk_a_closed_case_gives_way_to_the_desk() -> None:
    answer = asked(replace(WAS_HERE, desk=DESK), Act.CONSENT_RECORD)
    assert answer == Permitted((), (DESK_BASIS, MEMBER_BASIS))


@pytest.mark.parametrize("case", [CASE, CLOSED])
@pytest.mark.parametrize("reason", [False, True])
def test_a_desk_does_not_open_anew_what_a_restricted_case_keeps(
    case: CaseFact, *, reason: bool
) -> None:
    question = replace(QUESTION, act=Act.CASE_OPEN, reason_given=reason)
    theirs = replace(case, restricted=True, assigned=frozenset({COLLEAGUE}))
    assert decide(question, replace(AT_DESK, case=theirs)) == NOT_OPEN
    hers = replace(theirs, assigned=frozenset({COLLEAGUE, WORKER}))
    assert isinstance(decide(question, replace(AT_DESK, case=hers)), Permitted)
    assert asked(replace(AT_DESK, case=theirs), Act.CONSENT_RECORD) == Permitted(
        (), (DESK_BASIS, MEMBER_BASIS)
    )


@pytest.mark.parametrize("facts", [FACTS, WAS_HERE, AT_DESK])
def test_any_case_and_a_desk_may_withdraw(facts: Facts) -> None:
    assert isinstance(asked(facts, Act.CONSENT_WITHDRAW, Role.INTAKE), Permitted)


def test_nobody_else_may_withdraw() -> None:
    assert asked(UNKNOWN, Act.CONSENT_WITHDRAW) == NOT_OPEN
    assert asked(HANDED_OVER, Act.CONSENT_WITHDRAW) == NOT_OPEN


@pytest.mark.parametrize("act", [Act.HANDOVER_READ, Act.HANDOVER_ACCEPT, Act.HANDOVER_DECLINE])
def test_a_handover_that_carries_her_id_can_be_answered(act: Act) -> None:
    assert asked(HANDED_OVER, act, Role.INTAKE) == Permitted((), (MEMBER_BASIS,))
    assert asked(UNKNOWN, act, Role.INTAKE) == NOT_OPEN


@pytest.mark.parametrize("act", sorted(READING_ACTS))
def test_nobody_looks_before_she_comes(act: Act) -> None:
    assert asked(replace(HANDED_OVER, consents=(CONSENT,)), act) == NOT_OPEN


@pytest.mark.parametrize("facts", [UNKNOWN, FACTS, WAS_HERE])
@pytest.mark.parametrize("act", [Act.CLIENT_LOOKUP, Act.CLIENT_CREATE])
def test_a_first_meeting_needs_no_ground(act: Act, facts: Facts) -> None:
    assert asked(facts, act, Role.INTAKE) == Permitted((), (MEMBER_BASIS,))


@pytest.mark.parametrize("facts", [FACTS, WAS_HERE, AT_DESK, HANDED_OVER])
def test_an_emergency_is_declared_by_who_knows_her(facts: Facts) -> None:
    assert isinstance(asked(facts, Act.EMERGENCY_DECLARE), Permitted)


def test_an_emergency_cannot_be_declared_on_a_bare_id() -> None:
    assert asked(UNKNOWN, Act.EMERGENCY_DECLARE) == NOT_OPEN


def test_an_emergency_opens_its_categories_without_a_case() -> None:
    answer = decide(QUESTION, IN_EMERGENCY)
    assert seen(answer) == set(product(UNITS, ("identity", "health")))
    assert isinstance(answer, Permitted)
    assert answer.bases == (EMERGENCY_BASIS, MEMBER_BASIS)


def test_an_emergency_is_for_the_person_who_declared_it() -> None:
    hers = replace(IN_EMERGENCY, membership=replace(MEMBERSHIP, staff=COLLEAGUE))
    assert decide(replace(QUESTION, staff=COLLEAGUE), hers) == NOT_OPEN


def test_an_emergency_ends_by_itself() -> None:
    assert decide(replace(QUESTION, at=EMERGENCY.until - INSTANT), IN_EMERGENCY) != NOT_OPEN
    assert decide(replace(QUESTION, at=EMERGENCY.until), IN_EMERGENCY) == NOT_OPEN


def test_an_emergency_that_opened_nothing_beside_the_case_is_not_used() -> None:
    facts = replace(FACTS, emergencies=(EMERGENCY,), drawers=(DRAWERS[SHELTER, "health"],))
    answer = decide(QUESTION, facts)
    assert isinstance(answer, Permitted)
    assert answer.bases == (CASE_BASIS, MEMBER_BASIS)


def test_an_emergency_copies_nothing() -> None:
    assert decide(replace(QUESTION, action=Action.COPY), IN_EMERGENCY) == NOT_OPEN


def test_who_declared_an_emergency_may_end_it() -> None:
    answer = asked(IN_EMERGENCY, Act.EMERGENCY_END)
    assert answer == Permitted((), (EMERGENCY_BASIS, MEMBER_BASIS))
    assert asked(FACTS, Act.EMERGENCY_END) == NOT_OPEN


def test_an_emergency_beside_a_closed_case_needs_no_reason() -> None:
    answer = decide(QUESTION, replace(WAS_HERE, emergencies=(EMERGENCY,)))
    assert seen(answer) == set(product(UNITS, ("identity", "health")))
