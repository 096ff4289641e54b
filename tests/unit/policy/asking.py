"""Ask for a decision, in the situations that the tests come back to."""

from dataclasses import replace
from uuid import UUID

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import Facts, Question
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.unit.policy.examples import (
    CASE,
    CLOSED,
    CONSENT,
    DESK,
    EMERGENCY,
    FACTS,
    MEMBERSHIP,
    QUESTION,
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
WRITING_ACTS = {
    Act.ENTRY_WRITE,
    Act.FACT_WRITE,
    Act.GOAL_WRITE,
    Act.APPOINTMENT_WRITE,
    Act.PROGRESS_WRITE,
    Act.SUMMARY_WRITE,
    Act.CORRECTION_SETTLE,
}
WRITING_READS = {Act.COPY_MAKE, Act.CORRECTION_RECORD}  # they open what they write from or beside


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
