"""Count the handovers that wait for the acting unit, without opening a slip."""

from caseflow.database.unit_of_work import Work
from caseflow.handovers.handover_rows import Direction, find_handovers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.states import HandoverState


def count_waiting(work: Work, actor: Actor) -> int:
    """Return how many handovers wait for an answer and exist for the actor."""
    found = find_handovers(work, actor, Direction.IN)
    return sum(each.state is HandoverState.OPEN for each in found)
