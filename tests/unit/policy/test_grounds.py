"""On what ground somebody stands, and which ground each act needs."""

from dataclasses import replace
from uuid import UUID

import pytest

from caseflow.policy.act_roles import ACTS
from caseflow.policy.facts import CaseFact, DeskFact, EmergencyFact
from caseflow.policy.grounds import (
    NEEDED,
    READING_ACTS,
    Ground,
    formal_ground,
    needed,
    running_emergencies,
    standing,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from tests.unit.policy.examples import (
    CASE,
    CASE_BASIS,
    CLOSED,
    COLLEAGUE,
    CONSENT,
    DESK,
    DESK_BASIS,
    EMERGENCY,
    EMERGENCY_BASIS,
    FACTS,
    HOUSING,
    INSTANT,
    MEMBER_BASIS,
    NOW,
    QUESTION,
    WORKER,
)

NOBODY_KNOWS = replace(FACTS, case=None)

# o open case, r closed case with a reason, c closed case, n case of nobody, d desk, e emergency,
# h handover, f first meeting, s oversight
LETTERS = dict(zip("orcndehfs", Ground, strict=True))
TABLE = """
    story.read ore
    intake.read ore
    entry.read ore
    document.read ore
    appointment.read ore
    appointment.write o
    document.write o
    document.delete o
    client.export or
    client.read ore
    family.read ore
    guardian.check oc
    client.shown oc
    client.lookup f
    client.create f
    consent.read or
    evidence.read or
    consent.preview od
    handover.read och
    client.card o
    case.open ord
    case.close o
    case.assign on
    entry.write o
    fact.write o
    goal.write o
    progress.write o
    summary.write o
    copy.make o
    copy.read s
    copy.keep s
    correction.record or
    correction.settle or
    guardian.write o
    guardian.change o
    relative.write o
    consent.record od
    consent.receive od
    consent.answer od
    refusal.record od
    consent.withdraw ocds
    disclosure.prepare o
    disclosure.make o
    disclosure.print o
    disclosure.read or
    disclosure.acknowledge oc
    disclosure.note oc
    wall.read oc
    wall.record oc
    wall.lift oc
    apart.read oc
    apart.record ocd
    apart.lift ocs
    handover.send o
    handover.withdraw oc
    handover.accept h
    handover.decline h
    emergency.declare ocdh
    emergency.end e
    emergency.review s
    merge.propose od
    merge.answer ods
    merge.undo ocs
    exception.declare o
    exception.answer ocs
    exception.end ocs
    exception.read ocs
    erasure.read ocs
    erasure.propose ocs
    erasure.withdraw ocs
    erasure.answer ocs
    erasure.retell s
    hold.set s
    hold.lift s
    log.read s
    reason.read s
    report.release s
"""


def test_each_act_needs_the_ground_written_here() -> None:
    rows = [line.split() for line in TABLE.strip().splitlines()]
    assert {act: {LETTERS[letter] for letter in letters} for act, letters in rows} == NEEDED


def test_an_act_that_somebody_does_with_a_client_needs_a_ground() -> None:
    without_client = {
        Act.CASE_DESERTED,
        Act.MERGE_READ,
        Act.CLIENT_SEARCH,
        Act.CALENDAR_READ,
        Act.IMPORT_RUN,
        Act.RETENTION_READ,
        Act.RETENTION_PREPARE,
        Act.RETENTION_ANSWER,
        Act.RETENTION_RUN,
        Act.LOGIN,
        Act.LOGIN_STEP,
        Act.LOGOUT,
        Act.CURTAIN_LOWER,
        Act.CURTAIN_LIFT,
        Act.REVIEW_SIGN,
        Act.FINDING_NOTE,
        Act.FINDING_CLOSE,
        Act.BREACH_EXPORT,
        Act.BROWSER_FORGET,
        Act.ADDRESS_KEEP,
        Act.FACTOR_ADD,
        Act.FACTOR_REMOVE,
        Act.TOKEN_MAKE,
        Act.TOKEN_REVOKE,
        Act.RECOVERY_RENEW,
        Act.FACTOR_SHOW,
        Act.PASSWORD_CHANGE,
        Act.PARTNER_ADD,
        Act.PARTNER_CHANGE,
        Act.PARTNER_END,
        Act.MEMBER_ADMIT,
        Act.MEMBER_END,
        Act.UNIT_ADD,
        Act.LOG_VERIFY,
        Act.LOG_PRUNE,
        Act.LOG_WITNESS,
        Act.RESTORE_CONFIRM,
        Act.FIGURES_READ,
    }
    assert {act for act, roles in ACTS.items() if roles} == set(NEEDED) | without_client


def test_a_desk_and_a_handover_open_nothing_to_read() -> None:
    for act in READING_ACTS:
        assert not NEEDED[act] & {Ground.DESK, Ground.HANDOVER, Ground.OVERSIGHT}


def test_an_open_case_is_a_ground() -> None:
    assert standing(QUESTION, FACTS) == {Ground.OPEN_CASE: CASE_BASIS}


def test_without_any_fact_there_is_no_ground() -> None:
    assert standing(QUESTION, NOBODY_KNOWS) == {}


def test_a_consent_alone_is_no_ground() -> None:
    assert standing(QUESTION, replace(NOBODY_KNOWS, consents=(CONSENT,))) == {}


def test_a_case_of_another_unit_is_no_ground() -> None:
    assert standing(QUESTION, replace(FACTS, case=replace(CASE, unit=HOUSING))) == {}


@pytest.mark.parametrize("case", [CASE, CLOSED])
def test_a_restricted_case_is_a_ground_for_the_assigned_only(case: CaseFact) -> None:
    theirs = replace(case, restricted=True, assigned=frozenset({COLLEAGUE}))
    hers = replace(case, restricted=True, assigned=frozenset({COLLEAGUE, WORKER}))
    assert standing(QUESTION, replace(FACTS, case=theirs)) == {}
    assert CASE_BASIS in standing(QUESTION, replace(FACTS, case=hers)).values()


@pytest.mark.parametrize("case", [CASE, CLOSED])
def test_a_deserted_case_is_a_ground_for_a_lead_to_assign_it_and_for_nothing_else(
    case: CaseFact,
) -> None:
    left = replace(case, restricted=True, assigned=frozenset({COLLEAGUE}), deserted=True)
    facts = replace(FACTS, case=left)
    lead = replace(QUESTION, role=Role.LEAD, act=Act.CASE_ASSIGN)
    assert standing(lead, facts) == {Ground.DESERTED_CASE: CASE_BASIS}
    for act in set(Act) - {Act.CASE_ASSIGN}:
        assert standing(replace(lead, act=act), facts) == {}
    for role in set(Role) - {Role.LEAD}:
        assert standing(replace(lead, role=role), facts) == {}
    assert standing(lead, replace(FACTS, case=replace(left, deserted=False))) == {}
    assert standing(lead, replace(FACTS, case=replace(left, unit=HOUSING))) == {}


def test_a_closed_case_counts_for_more_with_a_reason() -> None:
    facts = replace(FACTS, case=CLOSED)
    assert standing(QUESTION, facts) == {Ground.CLOSED_CASE: CASE_BASIS}
    assert standing(replace(QUESTION, reason_given=True), facts) == {
        Ground.REASONED_CASE: CASE_BASIS,
        Ground.CLOSED_CASE: CASE_BASIS,
    }


def test_a_desk_is_a_ground() -> None:
    assert standing(QUESTION, replace(NOBODY_KNOWS, desk=DESK)) == {Ground.DESK: DESK_BASIS}


@pytest.mark.parametrize(
    "desk",
    [
        replace(DESK, staff=COLLEAGUE),
        replace(DESK, session=UUID(int=99)),
        replace(DESK, unit=HOUSING),
        replace(DESK, client=UUID(int=99)),
        replace(DESK, opened_at=NOW + INSTANT),
        replace(DESK, until=NOW),
    ],
)
def test_a_desk_of_somebody_else_or_of_another_hour_is_none(desk: DeskFact) -> None:
    assert standing(QUESTION, replace(NOBODY_KNOWS, desk=desk)) == {}


def test_an_emergency_is_a_ground_for_the_person_who_declared_it() -> None:
    facts = replace(NOBODY_KNOWS, emergencies=(EMERGENCY,))
    assert standing(QUESTION, facts) == {Ground.EMERGENCY: EMERGENCY_BASIS}


def test_an_emergency_runs_until_it_is_ended() -> None:
    ending = replace(EMERGENCY, ended_at=NOW + INSTANT)
    assert running_emergencies(QUESTION, replace(FACTS, emergencies=(ending,))) == (ending,)


@pytest.mark.parametrize(
    "emergency",
    [
        replace(EMERGENCY, staff=COLLEAGUE),
        replace(EMERGENCY, unit=HOUSING),
        replace(EMERGENCY, client=UUID(int=99)),
        replace(EMERGENCY, declared_at=NOW + INSTANT),
        replace(EMERGENCY, until=NOW),
        replace(EMERGENCY, ended_at=NOW),
    ],
)
def test_an_emergency_of_somebody_else_or_of_another_hour_is_none(
    emergency: EmergencyFact,
) -> None:
    assert standing(QUESTION, replace(NOBODY_KNOWS, emergencies=(emergency,))) == {}


def test_the_newest_emergency_comes_first() -> None:
    older = replace(EMERGENCY, id=UUID(int=99), declared_at=NOW - INSTANT)
    for order in ((older, EMERGENCY), (EMERGENCY, older)):
        facts = replace(FACTS, emergencies=order)
        assert running_emergencies(QUESTION, facts) == (EMERGENCY, older)


def test_a_waiting_handover_is_a_ground() -> None:
    facts = replace(NOBODY_KNOWS, handed_over=True)
    assert standing(QUESTION, facts) == {Ground.HANDOVER: MEMBER_BASIS}


def test_the_strongest_ground_comes_first() -> None:
    facts = replace(FACTS, desk=DESK, emergencies=(EMERGENCY,), handed_over=True)
    assert list(standing(QUESTION, facts)) == [
        Ground.OPEN_CASE,
        Ground.DESK,
        Ground.EMERGENCY,
        Ground.HANDOVER,
    ]


def test_the_formal_ground_of_an_officer_is_her_office() -> None:
    officer = replace(QUESTION, role=Role.OFFICER)
    assert formal_ground(officer, FACTS) == {Ground.OVERSIGHT: MEMBER_BASIS}
    assert formal_ground(QUESTION, FACTS) == {Ground.FIRST_MEETING: MEMBER_BASIS}


def test_at_a_desk_nobody_opens_anew_what_a_case_keeps_from_her() -> None:
    kept = replace(FACTS, case=replace(CASE, restricted=True, assigned=frozenset({COLLEAGUE})))
    for act in (Act.CASE_OPEN, Act.CONSENT_WITHDRAW):
        assert Ground.DESK in NEEDED[act]
        question = replace(QUESTION, act=act)
        assert needed(question, FACTS) == NEEDED[act]
        taken = {Ground.DESK} if act is Act.CASE_OPEN else set()
        assert needed(question, kept) == NEEDED[act] - taken
