"""The decision: who asks, in which role, and what holds whatever the facts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import ConsentFact, Facts, Question
from caseflow.policy.grounds import OPENING_ACTS
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.matrices import Action
from tests.unit.policy.asking import (
    EVERYTHING,
    NOT_OPEN,
    NOT_YOUR_ROLE,
    UNKNOWN,
    WAS_HERE,
    asked,
    seen,
)
from tests.unit.policy.examples import (
    CASE,
    CLOSED,
    COLLEAGUE,
    CONSENT,
    DESK,
    EMERGENCY,
    FACTS,
    HOUSING,
    MEMBER_BASIS,
    MEMBERSHIP,
    PURPOSES,
    QUESTION,
    SHELTER,
    consents,
)


@pytest.mark.parametrize("act", Act)
def test_without_an_active_membership_nothing_opens(act: Act) -> None:
    gone = replace(EVERYTHING, membership=replace(MEMBERSHIP, active=False))
    assert asked(gone, act) == NOT_OPEN


@pytest.mark.parametrize(
    "question",
    [
        replace(QUESTION, staff=COLLEAGUE),
        replace(QUESTION, unit=HOUSING),
        replace(QUESTION, role=Role.LEAD),
    ],
)
def test_a_membership_that_is_not_the_askers_opens_nothing(question: Question) -> None:
    assert decide(question, EVERYTHING) == NOT_OPEN


def test_whoever_acts_in_less_than_her_role_may_do_so_much() -> None:
    lead = replace(EVERYTHING, membership=replace(MEMBERSHIP, role=Role.LEAD))
    assert isinstance(decide(replace(QUESTION, role=Role.CASEWORKER), lead), Permitted)
    intake = replace(QUESTION, act=Act.ENTRY_READ, role=Role.INTAKE)
    assert decide(intake, lead) == NOT_YOUR_ROLE
    assert decide(replace(QUESTION, role=Role.OFFICER), lead) == NOT_OPEN


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_wall_closes_everything_to_everybody(act: Act, role: Role) -> None:
    assert asked(replace(EVERYTHING, walled=True), act, role) == NOT_OPEN


def test_intake_staff_read_the_client_and_no_entry() -> None:
    assert isinstance(asked(FACTS, Act.STORY_READ, Role.INTAKE), Permitted)
    assert isinstance(asked(FACTS, Act.INTAKE_READ, Role.INTAKE), Permitted)
    assert asked(FACTS, Act.ENTRY_READ, Role.INTAKE) == NOT_YOUR_ROLE
    assert asked(FACTS, Act.ENTRY_WRITE, Role.INTAKE) == NOT_YOUR_ROLE


def test_of_a_closed_case_the_role_is_said_only_once_a_reason_has_opened_it() -> None:
    for act in (Act.ENTRY_READ, Act.ENTRY_WRITE, Act.WALL_LIFT, Act.EXCEPTION_DECLARE):
        assert asked(WAS_HERE, act, Role.INTAKE) == NOT_OPEN
        assert asked(replace(WAS_HERE, desk=DESK), act, Role.INTAKE) == NOT_YOUR_ROLE
    reasoned = {
        act: decide(
            replace(QUESTION, act=act, role=Role.INTAKE, reason_given=True),
            replace(WAS_HERE, membership=replace(MEMBERSHIP, role=Role.INTAKE)),
        )
        for act in (Act.ENTRY_READ, Act.WALL_LIFT)
    }
    assert reasoned == {Act.ENTRY_READ: NOT_YOUR_ROLE, Act.WALL_LIFT: NOT_OPEN}


@pytest.mark.parametrize("facts", [UNKNOWN, replace(UNKNOWN, consents=(CONSENT,))])
def test_the_role_is_no_reason_for_whom_she_does_not_exist(facts: Facts) -> None:
    assert asked(facts, Act.ENTRY_READ, Role.INTAKE) == NOT_OPEN
    assert asked(facts, Act.CASE_ASSIGN) == NOT_OPEN


SHARED_ACTS = {
    Act.APART_LIFT,
    Act.CONSENT_WITHDRAW,
    Act.EXCEPTION_ANSWER,
    Act.EXCEPTION_END,
    Act.EXCEPTION_READ,
    Act.ERASURE_ANSWER,
    Act.ERASURE_PROPOSE,
    Act.ERASURE_READ,
    Act.ERASURE_RETELL,
    Act.ERASURE_WITHDRAW,
    Act.MERGE_ANSWER,
    Act.MERGE_UNDO,
}
OFFICER_ACTS = {
    *SHARED_ACTS,
    Act.COPY_KEEP,
    Act.COPY_READ,
    Act.EMERGENCY_REVIEW,
    Act.HOLD_LIFT,
    Act.HOLD_SET,
    Act.LOG_READ,
    Act.REASON_READ,
    Act.REPORT_RELEASE,
}


@pytest.mark.parametrize("act", Act)
def test_an_officer_reviews_and_withdraws_and_opens_nothing(act: Act) -> None:
    expected = Permitted((), (MEMBER_BASIS,)) if act in OFFICER_ACTS else NOT_OPEN
    assert asked(UNKNOWN, act, Role.OFFICER) == expected


def test_no_caseworker_does_an_officers_acts() -> None:
    for act in OFFICER_ACTS - SHARED_ACTS:
        assert asked(FACTS, act, Role.LEAD) == NOT_YOUR_ROLE


worlds = st.builds(
    replace,
    st.just(FACTS),
    case=st.sampled_from((None, CASE, CLOSED, replace(CASE, restricted=True))),
    consents=st.lists(consents, max_size=4).map(tuple),
    emergencies=st.sampled_from(((), (EMERGENCY,))),
    desk=st.sampled_from((None, DESK)),
    handed_over=st.booleans(),
)
questions = st.builds(
    replace,
    st.just(QUESTION),
    act=st.sampled_from(Act),
    action=st.sampled_from(Action),
    purpose=st.sampled_from(PURPOSES),
    reason_given=st.booleans(),
)


@given(questions, worlds)
def test_every_answer_names_all_its_bases_once_in_ascending_order(
    question: Question, facts: Facts
) -> None:
    answer = decide(question, facts)
    if isinstance(answer, Permitted):
        ids = [basis.id for basis in answer.bases]
        assert ids == sorted(set(ids))
        assert MEMBER_BASIS in answer.bases
        assert {opening.basis for opening in answer.openings} <= set(answer.bases)


@given(questions, worlds)
def test_only_a_reading_act_opens_a_drawer(question: Question, facts: Facts) -> None:
    answer = decide(question, facts)
    if isinstance(answer, Permitted) and question.act not in OPENING_ACTS:
        assert answer.openings == ()


@given(questions, worlds)
def test_another_units_drawer_opens_by_nothing_but_consent_and_emergency(
    question: Question, facts: Facts
) -> None:
    answer = decide(question, facts)
    if isinstance(answer, Permitted):
        for opening in answer.openings:
            own = opening.unit == SHELTER
            assert own or opening.basis.kind in {BasisKind.CONSENT, BasisKind.EMERGENCY}
            assert own or opening.category != "evidence"


@given(questions, worlds, consents)
def test_taking_a_consent_back_never_opens_more(
    question: Question, facts: Facts, consent: ConsentFact
) -> None:
    with_it = decide(question, replace(facts, consents=(*facts.consents, consent)))
    withdrawn = replace(consent, withdrawn_at=question.at)
    without = decide(question, replace(facts, consents=(*facts.consents, withdrawn)))
    assert without == decide(question, facts)
    if isinstance(without, Permitted):
        assert seen(without) <= seen(with_it)


@given(questions, worlds)
def test_the_answer_depends_on_nothing_but_what_is_asked(question: Question, facts: Facts) -> None:
    first = decide(question, facts)
    shuffled = replace(facts, consents=facts.consents[::-1])
    assert decide(question, facts) == decide(question, shuffled) == first
