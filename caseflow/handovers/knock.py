"""Say whether an answer to a handover would be permitted, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.handovers.decide import direction_of, permit_answer, unknown_handover
from caseflow.handovers.handover_rows import find_handover
from caseflow.vault.again import again as try_again
from caseflow.vault.let_pass import let_pass
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_handover(
    work: Work, actor: Actor, act: Act, handover: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the handover exists for the actor.

    Whether it is still open is not asked: an answer that is given once more has ended it.
    """

    def once() -> Refused | None:
        found = find_handover(work, actor, direction_of(act), handover)
        if found is None:
            return unknown_handover(work, actor, act)
        given = permit_answer(work, actor, act, found)
        if isinstance(given, Refused):
            return given
        let_pass(work, given, again=again)
        return None

    return try_again(work, once)
