"""Take back a handover that the acting unit has sent and nobody has answered yet."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.unit_of_work import Work
from caseflow.handovers.decide import decide, end
from caseflow.handovers.handover_rows import Found
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.states import HandoverState


def withdraw_handover(work: Work, actor: Actor, handover: UUID) -> Done[UUID] | Invalid | Refused:
    """Withdraw a handover of the acting unit; TOO_LATE when it has ended."""

    def deed(given: Permit, found: Found) -> Done[UUID] | Invalid:
        end(work, given, found.row, HandoverState.WITHDRAWN)
        told = {"handover": str(found.row.id)}
        trace(work, given, Deeds(rows=(digest_of(found.row),), details=told))
        return Done(found.row.id)

    return decide(work, actor, Act.HANDOVER_WITHDRAW, handover, deed)
