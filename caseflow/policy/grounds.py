"""Say on what ground somebody stands before a client, and which ground each act needs.

A client on whom she stands on no ground does not exist for her.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from uuid import UUID

from caseflow.policy.facts import CaseFact, DeskFact, EmergencyFact, Facts, Question
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind


class Ground(Enum):
    """What connects a staff member, acting in one unit, with a client."""

    OPEN_CASE = auto()
    REASONED_CASE = auto()  # closed, and she gave a reason to open it
    CLOSED_CASE = auto()  # closed, with or without a reason
    DESERTED_CASE = auto()  # kept to people who are all gone; a lead may assign it to others
    DESK = auto()  # the client is there, or was this hour
    EMERGENCY = auto()  # one that she declared herself and that still runs
    HANDOVER = auto()  # one that carries the client's id waits for the unit
    FIRST_MEETING = auto()  # the act itself makes the acquaintance
    OVERSIGHT = auto()  # an officer's; opens nothing


_ANY_CASE = frozenset({Ground.OPEN_CASE, Ground.CLOSED_CASE})
_CURRENT_CASE = frozenset({Ground.OPEN_CASE})
_REOPENED = frozenset({Ground.OPEN_CASE, Ground.REASONED_CASE})
_READING = _REOPENED | {Ground.EMERGENCY}
_AT_HER_SIDE = frozenset({Ground.OPEN_CASE, Ground.DESK})
_FIRST = frozenset({Ground.FIRST_MEETING})
_HANDED_OVER = frozenset({Ground.HANDOVER})
_OVERSIGHT = frozenset({Ground.OVERSIGHT})
_NONE: frozenset[Ground] = frozenset()

READING_ACTS = frozenset(
    {
        Act.STORY_READ,
        Act.INTAKE_READ,
        Act.ENTRY_READ,
        Act.DOCUMENT_READ,
        Act.APPOINTMENT_READ,
        Act.CLIENT_READ,
        Act.CLIENT_EXPORT,
        Act.FAMILY_READ,
        Act.COPY_MAKE,
        Act.CORRECTION_RECORD,
        Act.DISCLOSURE_READ,
        Act.EVIDENCE_READ,
    }
)
# What hands something to a partner outside, or shows what could be, under a consent that names it.
OUTSIDE_ACTS = frozenset({Act.DISCLOSURE_PREPARE, Act.DISCLOSURE_MAKE, Act.DISCLOSURE_PRINT})
# A look that another act needs opens drawers too; it is nobody's reading.
OPENING_ACTS = READING_ACTS | {Act.GUARDIAN_CHECK}

# An act that is not named here is about no client, or follows from another act: no ground helps.
NEEDED: Mapping[Act, frozenset[Ground]] = MappingProxyType(
    {
        **dict.fromkeys(READING_ACTS, _READING),
        **dict.fromkeys(OUTSIDE_ACTS, _CURRENT_CASE),
        Act.DISCLOSURE_READ: _REOPENED,
        Act.EVIDENCE_READ: _REOPENED,
        Act.DISCLOSURE_ACKNOWLEDGE: _ANY_CASE,  # the partner's receipt may come late
        Act.DISCLOSURE_NOTE: _ANY_CASE,  # and so may what it answers, or hears of a change
        Act.CLIENT_EXPORT: _REOPENED,  # an emergency is for reading, not for handing out
        Act.GUARDIAN_CHECK: _ANY_CASE,  # who was violent is as blocked when her case is closed
        Act.CLIENT_SHOWN: _ANY_CASE,  # a closed case is found by name, and opens with a reason
        Act.CLIENT_LOOKUP: _FIRST,
        Act.CLIENT_CREATE: _FIRST,
        Act.CONSENT_READ: _REOPENED,
        Act.CONSENT_PREVIEW: _AT_HER_SIDE,  # from configuration alone: shows nothing of hers
        Act.HANDOVER_READ: _ANY_CASE | _HANDED_OVER,
        Act.CARD_PRINT: _CURRENT_CASE,
        Act.CASE_OPEN: _REOPENED | {Ground.DESK},
        Act.CASE_CLOSE: _CURRENT_CASE,
        # Of a deserted case a lead gets the assignment and nothing else, closed or not.
        Act.CASE_ASSIGN: _CURRENT_CASE | {Ground.DESERTED_CASE},
        Act.ENTRY_WRITE: _CURRENT_CASE,
        Act.FACT_WRITE: _CURRENT_CASE,
        Act.GOAL_WRITE: _CURRENT_CASE,
        Act.APPOINTMENT_WRITE: _CURRENT_CASE,
        Act.PROGRESS_WRITE: _CURRENT_CASE,
        Act.SUMMARY_WRITE: _CURRENT_CASE,
        Act.DOCUMENT_WRITE: _CURRENT_CASE,
        Act.DOCUMENT_DELETE: _CURRENT_CASE,
        Act.COPY_MAKE: _CURRENT_CASE,
        # Her right to have it said does not end with the case (Art. 16 GDPR).
        Act.CORRECTION_RECORD: _REOPENED,
        Act.CORRECTION_SETTLE: _REOPENED,
        Act.COPY_READ: _OVERSIGHT,
        Act.COPY_KEEP: _OVERSIGHT,
        Act.GUARDIAN_WRITE: _CURRENT_CASE,
        Act.GUARDIAN_CHANGE: _CURRENT_CASE,
        Act.RELATIVE_WRITE: _CURRENT_CASE,
        Act.CONSENT_RECORD: _AT_HER_SIDE,
        Act.CONSENT_RECEIVE: _AT_HER_SIDE,
        Act.CONSENT_ANSWER: _AT_HER_SIDE,
        Act.REFUSAL_RECORD: _AT_HER_SIDE,
        # What protects her waits for no reason and no open case.
        Act.CONSENT_WITHDRAW: _ANY_CASE | {Ground.DESK, Ground.OVERSIGHT},
        Act.WALL_READ: _ANY_CASE,
        Act.WALL_RECORD: _ANY_CASE,
        Act.WALL_LIFT: _ANY_CASE,
        Act.APART_READ: _ANY_CASE,
        Act.APART_RECORD: _ANY_CASE | {Ground.DESK},
        Act.APART_LIFT: _ANY_CASE | {Ground.OVERSIGHT},
        Act.HANDOVER_SEND: _CURRENT_CASE,
        Act.HANDOVER_WITHDRAW: _ANY_CASE,
        Act.HANDOVER_ACCEPT: _HANDED_OVER,
        Act.HANDOVER_DECLINE: _HANDED_OVER,
        Act.EMERGENCY_DECLARE: _ANY_CASE | {Ground.DESK, Ground.HANDOVER},
        Act.EMERGENCY_END: frozenset({Ground.EMERGENCY}),
        Act.EMERGENCY_REVIEW: _OVERSIGHT,
        Act.EXCEPTION_DECLARE: _CURRENT_CASE,
        # A lead whose unit has no case of hers must not learn of her by being asked.
        Act.EXCEPTION_ANSWER: _ANY_CASE | {Ground.OVERSIGHT},
        Act.EXCEPTION_END: _ANY_CASE | {Ground.OVERSIGHT},
        Act.EXCEPTION_READ: _ANY_CASE | {Ground.OVERSIGHT},
        Act.MERGE_PROPOSE: _AT_HER_SIDE,  # asked of each of the two
        Act.MERGE_ANSWER: _AT_HER_SIDE | {Ground.OVERSIGHT},
        Act.MERGE_UNDO: _ANY_CASE | {Ground.OVERSIGHT},
        # What a lead proposes or agrees to she must know of; a closed case is reason enough.
        Act.ERASURE_READ: _ANY_CASE | {Ground.OVERSIGHT},
        Act.ERASURE_PROPOSE: _ANY_CASE | {Ground.OVERSIGHT},
        Act.ERASURE_WITHDRAW: _ANY_CASE | {Ground.OVERSIGHT},
        Act.ERASURE_ANSWER: _ANY_CASE | {Ground.OVERSIGHT},
        Act.ERASURE_RETELL: _OVERSIGHT,
        Act.HOLD_SET: _OVERSIGHT,
        Act.HOLD_LIFT: _OVERSIGHT,
        Act.LOG_READ: _OVERSIGHT,
        Act.REASON_READ: _OVERSIGHT,
        Act.REPORT_RELEASE: _OVERSIGHT,
    }
)


def needed(question: Question, facts: Facts) -> frozenset[Ground]:
    """Return the grounds of which the act needs one; none when no ground helps.

    At a desk nobody opens anew what a restricted case, open or closed, keeps from her.
    """
    grounds = NEEDED.get(question.act, _NONE)
    if question.act is Act.CASE_OPEN and _kept_from(question, facts.case):
        return grounds - {Ground.DESK}
    return grounds


def standing(question: Question, facts: Facts) -> dict[Ground, Basis]:
    """Return each ground she stands on with the row that gives it, the strongest first."""
    member = Basis(BasisKind.MEMBERSHIP, facts.membership.id)
    grounds = _case_grounds(question, facts.case)
    if facts.desk is not None and _sits_at(question, facts, facts.desk):
        grounds[Ground.DESK] = Basis(BasisKind.DESK, facts.desk.id)
    running = running_emergencies(question, facts)
    if running:
        grounds[Ground.EMERGENCY] = Basis(BasisKind.EMERGENCY, running[0].id)
    if facts.handed_over:
        grounds[Ground.HANDOVER] = member
    return grounds


def formal_ground(question: Question, facts: Facts) -> dict[Ground, Basis]:
    """Return the ground that says nothing of the client: an officer's, or a first meeting."""
    officer = question.role is Role.OFFICER
    ground = Ground.OVERSIGHT if officer else Ground.FIRST_MEETING
    return {ground: Basis(BasisKind.MEMBERSHIP, facts.membership.id)}


def running_emergencies(question: Question, facts: Facts) -> tuple[EmergencyFact, ...]:
    """Return the emergencies she declared herself that run at the instant, the newest first."""
    running = [one for one in facts.emergencies if _runs(question, facts, one)]
    return tuple(sorted(running, key=lambda one: (one.declared_at, one.id), reverse=True))


def _case_grounds(question: Question, case: CaseFact | None) -> dict[Ground, Basis]:
    if case is None or case.unit != question.unit:
        return {}
    basis = Basis(BasisKind.OWN_UNIT, case.id)
    if _kept_from(question, case):
        return {Ground.DESERTED_CASE: basis} if _left_to_a_lead(question, case) else {}
    if case.open:
        return {Ground.OPEN_CASE: basis}
    closed = {Ground.CLOSED_CASE: basis}
    return {Ground.REASONED_CASE: basis, **closed} if question.reason_given else closed


def _kept_from(question: Question, case: CaseFact | None) -> bool:
    return case is not None and case.restricted and question.staff not in case.assigned


def _left_to_a_lead(question: Question, case: CaseFact) -> bool:
    """Say whether it is a ground at all: for any other role or act she does not exist."""
    return case.deserted and question.role is Role.LEAD and question.act is Act.CASE_ASSIGN


def _sits_at(question: Question, facts: Facts, desk: DeskFact) -> bool:
    asked = (question.staff, question.session, question.unit)
    same = (desk.staff, desk.session, desk.unit) == asked and _is_her(question, facts, desk.client)
    return same and desk.opened_at <= question.at < desk.until


def _is_her(question: Question, facts: Facts, client: UUID) -> bool:
    return client == question.client or client in facts.same_person


def _runs(question: Question, facts: Facts, emergency: EmergencyFact) -> bool:
    same = (emergency.staff, emergency.unit) == (question.staff, question.unit)
    same = same and _is_her(question, facts, emergency.client)
    ended = emergency.ended_at is not None and emergency.ended_at <= question.at
    return same and emergency.declared_at <= question.at < emergency.until and not ended
