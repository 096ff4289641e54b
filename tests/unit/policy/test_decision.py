"""The decision, sentence by sentence of the domain and cell by cell of the matrix."""

from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import ConsentFact, Facts, Question
from caseflow.policy.grounds import READING_ACTS
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.matrices import Action, Matrix, WithdrawnPart
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CATEGORIES,
    CLOSED,
    COLLEAGUE,
    CONSENT,
    CONSENT_BASIS,
    COUNSELLING,
    DESK,
    DESK_BASIS,
    DRAWERS,
    EMERGENCY,
    EMERGENCY_BASIS,
    FACTS,
    HOUSING,
    INSTANT,
    MATRIX,
    MEMBER_BASIS,
    MEMBERSHIP,
    NOW,
    PURPOSES,
    QUESTION,
    SHELTER,
    UNITS,
    WORKER,
    consents,
)

NOT_OPEN = Refused(Reason.NOT_OPEN)
NOT_YOUR_ROLE = Refused(Reason.NOT_YOUR_ROLE)
REASON_NEEDED = Refused(Reason.REASON_NEEDED)
TOO_LATE = Refused(Reason.TOO_LATE)

UNKNOWN = replace(FACTS, case=None)
AT_DESK = replace(UNKNOWN, desk=DESK)
IN_EMERGENCY = replace(UNKNOWN, emergencies=(EMERGENCY,))
HANDED_OVER = replace(UNKNOWN, handed_over=True)
WAS_HERE = replace(FACTS, case=CLOSED)
EVERYTHING = replace(
    FACTS, consents=(CONSENT,), emergencies=(EMERGENCY,), desk=DESK, handed_over=True
)
DESK_ACTS = {
    Act.CONSENT_RECORD,
    Act.REFUSAL_RECORD,
    Act.CONSENT_WITHDRAW,
    Act.EMERGENCY_DECLARE,
    Act.CASE_OPEN,
    Act.CONSENT_PREVIEW,
}
WRITING_ACTS = {
    Act.ENTRY_WRITE,
    Act.FACT_WRITE,
    Act.GOAL_WRITE,
    Act.PROGRESS_WRITE,
    Act.SUMMARY_WRITE,
}


def asked(facts: Facts, act: Act, role: Role = Role.CASEWORKER) -> Permitted | Refused:
    question = replace(QUESTION, act=act, role=role)
    return decide(question, replace(facts, membership=replace(facts.membership, role=role)))


def seen(answer: Permitted | Refused) -> set[tuple[UUID, str]]:
    assert isinstance(answer, Permitted)
    return {(opening.unit, opening.category) for opening in answer.openings}


def in_unit(unit: UUID, purpose: str = "case_work") -> tuple[Question, Facts]:
    """Ask the same from another unit that has an open case of hers."""
    facts = replace(
        FACTS,
        membership=replace(MEMBERSHIP, unit=unit),
        case=replace(CASE, unit=unit),
        consents=(CONSENT,),
    )
    return replace(QUESTION, unit=unit, purpose=purpose), facts


# Who she is


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


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_wall_closes_everything_to_everybody(act: Act, role: Role) -> None:
    assert asked(replace(EVERYTHING, walled=True), act, role) == NOT_OPEN


# Own unit


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


@pytest.mark.parametrize("act", sorted(READING_ACTS | {Act.CONSENT_READ, Act.CASE_OPEN}))
def test_a_closed_case_needs_a_reason_to_open(act: Act) -> None:
    assert asked(WAS_HERE, act) == REASON_NEEDED
    answer = decide(replace(QUESTION, act=act, reason_given=True), WAS_HERE)
    assert isinstance(answer, Permitted)
    assert answer.bases == (CASE_BASIS, MEMBER_BASIS)


def test_a_closed_case_shows_no_other_units_drawers() -> None:
    facts = replace(WAS_HERE, consents=(CONSENT,))
    answer = decide(replace(QUESTION, reason_given=True), facts)
    assert {unit for unit, _ in seen(answer)} == {SHELTER}


@pytest.mark.parametrize("act", sorted(WRITING_ACTS | {Act.CONSENT_RECORD, Act.CASE_CLOSE}))
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


# Consent


def test_a_consent_opens_another_units_drawers_beside_the_open_case() -> None:
    answer = decide(QUESTION, replace(FACTS, consents=(CONSENT,)))
    assert seen(answer) >= {(COUNSELLING, "identity"), (COUNSELLING, "violence")}
    assert isinstance(answer, Permitted)
    assert answer.bases == (CONSENT_BASIS, CASE_BASIS, MEMBER_BASIS)


@pytest.mark.parametrize("act", Act)
def test_a_consent_alone_shows_nobody_that_she_exists(act: Act) -> None:
    assert asked(replace(UNKNOWN, consents=(CONSENT,)), act) == asked(UNKNOWN, act)


def test_the_first_consent_that_opens_is_the_only_one_used() -> None:
    older = replace(CONSENT, id=UUID(int=1), recorded_at=CONSENT.recorded_at - INSTANT)
    answer = decide(QUESTION, replace(FACTS, consents=(older, CONSENT)))
    assert isinstance(answer, Permitted)
    assert answer.bases == (CONSENT_BASIS, CASE_BASIS, MEMBER_BASIS)


def test_withdrawal_works_before_the_next_read() -> None:
    withdrawn = replace(CONSENT, withdrawn_at=NOW)
    facts = replace(FACTS, consents=(withdrawn,))
    assert (COUNSELLING, "violence") in seen(decide(replace(QUESTION, at=NOW - INSTANT), facts))
    assert {unit for unit, _ in seen(decide(QUESTION, facts))} == {SHELTER}


def test_a_part_withdrawn_closes_that_part_only() -> None:
    partly = replace(CONSENT, withdrawn_parts=(WithdrawnPart(SHELTER, "violence", NOW),))
    found = seen(decide(QUESTION, replace(FACTS, consents=(partly,))))
    assert (COUNSELLING, "violence") not in found
    assert (COUNSELLING, "identity") in found


def test_what_one_unit_may_see_is_not_seen_in_another() -> None:
    assert (COUNSELLING, "violence") in seen(decide(*in_unit(SHELTER)))
    assert (COUNSELLING, "violence") not in seen(decide(*in_unit(HOUSING)))


def test_a_consent_covers_drawers_that_come_later() -> None:
    born_later = replace(DRAWERS[COUNSELLING, "violence"], id=UUID(int=999))
    facts = replace(FACTS, drawers=(born_later,), consents=(CONSENT,))
    assert seen(decide(QUESTION, facts)) == {(COUNSELLING, "violence")}


def test_no_consent_opens_evidence() -> None:
    wide = replace(CONSENT, matrix=replace(MATRIX, categories=frozenset(CATEGORIES)))
    found = seen(decide(QUESTION, replace(FACTS, consents=(wide,))))
    assert (COUNSELLING, "evidence") not in found
    assert (COUNSELLING, "whereabouts") in found


def test_the_purpose_of_a_read_must_be_in_the_consent() -> None:
    found = seen(decide(*in_unit(SHELTER, purpose="safety")))
    assert {unit for unit, _ in found} == {SHELTER}


def test_telling_what_only_the_own_unit_holds_is_refused() -> None:
    assert decide(replace(QUESTION, action=Action.TELL), FACTS) == NOT_OPEN


def test_telling_under_a_consent_opens_what_it_names() -> None:
    told = replace(MATRIX, actions=frozenset({Action.VIEW, Action.TELL}))
    facts = replace(FACTS, consents=(replace(CONSENT, matrix=told),))
    answer = decide(replace(QUESTION, action=Action.TELL), facts)
    assert seen(answer) == {(COUNSELLING, "identity"), (COUNSELLING, "violence")}


TABLE = Matrix(
    from_units=frozenset({COUNSELLING, HOUSING}),
    to_units=frozenset({SHELTER, HOUSING}),
    categories=frozenset({"identity", "health", "whereabouts", "evidence"}),
    purposes=frozenset({"case_work", "safety"}),
    actions=frozenset({Action.VIEW}),
)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("unit", UNITS)
def test_every_cell_of_purpose_unit_and_category_is_decided(unit: UUID, purpose: str) -> None:
    question, facts = in_unit(unit, purpose)
    found = seen(decide(question, replace(facts, consents=(replace(CONSENT, matrix=TABLE),))))
    for owner, category in product(UNITS, CATEGORIES):
        shared = (
            purpose in {"case_work", "safety"}
            and unit in {SHELTER, HOUSING}
            and owner in {COUNSELLING, HOUSING}
            and category in {"identity", "health", "whereabouts"}
        )
        assert ((owner, category) in found) is (owner == unit or shared)


# Roles


def test_intake_staff_read_the_client_and_no_entry() -> None:
    assert isinstance(asked(FACTS, Act.STORY_READ, Role.INTAKE), Permitted)
    assert isinstance(asked(FACTS, Act.INTAKE_READ, Role.INTAKE), Permitted)
    assert asked(FACTS, Act.ENTRY_READ, Role.INTAKE) == NOT_YOUR_ROLE
    assert asked(FACTS, Act.ENTRY_WRITE, Role.INTAKE) == NOT_YOUR_ROLE


@pytest.mark.parametrize("facts", [UNKNOWN, replace(UNKNOWN, consents=(CONSENT,))])
def test_the_role_is_no_reason_for_whom_she_does_not_exist(facts: Facts) -> None:
    assert asked(facts, Act.ENTRY_READ, Role.INTAKE) == NOT_OPEN
    assert asked(facts, Act.CASE_ASSIGN) == NOT_OPEN


OFFICER_ACTS = {Act.CONSENT_WITHDRAW, Act.EMERGENCY_REVIEW, Act.LOG_READ, Act.REASON_READ}


@pytest.mark.parametrize("act", Act)
def test_an_officer_reviews_and_withdraws_and_opens_nothing(act: Act) -> None:
    expected = Permitted((), (MEMBER_BASIS,)) if act in OFFICER_ACTS else NOT_OPEN
    assert asked(UNKNOWN, act, Role.OFFICER) == expected


def test_no_caseworker_does_an_officers_acts() -> None:
    for act in OFFICER_ACTS - {Act.CONSENT_WITHDRAW}:
        assert asked(FACTS, act, Role.LEAD) == NOT_YOUR_ROLE


# Desk, handover, first meeting


@pytest.mark.parametrize("act", sorted(DESK_ACTS))
def test_a_desk_permits_what_is_done_at_it(act: Act) -> None:
    assert asked(AT_DESK, act, Role.INTAKE) == Permitted((), (DESK_BASIS, MEMBER_BASIS))


@pytest.mark.parametrize("act", sorted(READING_ACTS | WRITING_ACTS | {Act.CONSENT_READ}))
def test_a_desk_opens_nothing_to_read_and_nothing_to_write(act: Act) -> None:
    assert asked(replace(AT_DESK, consents=(CONSENT,)), act) == NOT_OPEN


def test_at_a_desk_a_closed_case_gives_way_to_the_desk() -> None:
    answer = asked(replace(WAS_HERE, desk=DESK), Act.CONSENT_RECORD)
    assert answer == Permitted((), (DESK_BASIS, MEMBER_BASIS))


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


# Emergency


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


# Whatever the facts


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
    if isinstance(answer, Permitted) and question.act not in READING_ACTS:
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
