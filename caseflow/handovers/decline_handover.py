"""Decline a handover with a reason, which is sealed to both units."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.unit_of_work import Work
from caseflow.handovers.decide import decide, end
from caseflow.handovers.handover_rows import Found
from caseflow.handovers.letters import ANSWER, sealed_to_both
from caseflow.handovers.slip import read_reason
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.states import HandoverState


def decline_handover(
    work: Work, actor: Actor, handover: UUID, reason: str
) -> Done[UUID] | Invalid | Refused:
    """Decline a handover to the acting unit; TOO_LATE when it has ended."""

    def deed(given: Permit, found: Found) -> Done[UUID] | Invalid:
        row = found.row
        text = read_reason(reason, local_day(work.clock.now(), work.configuration.zone))
        if isinstance(text, Problem):
            return Invalid((text,))
        mine, theirs = sealed_to_both(work, row.from_unit, row.to_unit, row.id, ANSWER, text)
        end(work, given, row, HandoverState.DECLINED, answer_from=mine, answer_to=theirs)
        told = {"handover": str(row.id)}
        trace(work, given, Deeds(rows=(digest_of(row),), details=told))
        return Done(row.id)

    return decide(work, actor, Act.HANDOVER_DECLINE, handover, deed)
