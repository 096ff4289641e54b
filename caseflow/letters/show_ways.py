"""Show by which ways a client may be reached, and why others are closed."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.safe_ways import look_at_ways, unknown_ways, ways_to
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.safe_contact import Ways


def show_ways(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Ways] | Refused:
    """Return all ways; a closed case opens with a reason only."""
    return ways_to(work, actor, client, reason)


def ways_known(work: Work, actor: Actor, client: UUID, reason: str = "") -> Ways:
    """Return all ways for a paper of hers; where she is not open to the unit, nothing is known."""
    return look_at_ways(work, actor, client, reason)


def ways_of_nobody() -> Ways:
    """Return all ways for somebody who reads no answer of hers, an officer for example."""
    return unknown_ways()
