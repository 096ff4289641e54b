"""Turn a unit's drawers after its key was renewed, some at a time, for whoever runs a command."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.rebuild_after_renewal import rebuild_after_renewal
from caseflow.vault.turn_behind import Turned, behind, turn_behind
from caseflow.vocabulary.actors import Actor, Person


def drawers_behind(work: Work, who: Actor | Person) -> int:
    """Return how many drawers of her unit wait to be turned; whoever acts in none has none."""
    return behind(work, who) if isinstance(who, Actor) else 0


def turn_some(work: Work, who: Actor | Person, after: UUID | None) -> Turned:
    """Turn the next ones; the call after the last one makes anew what else lies under the key."""
    if not isinstance(who, Actor):
        return Turned(None, 0, 0)
    turned = turn_behind(work, who, after)
    if turned.last is None:
        rebuild_after_renewal(work)
    return turned
