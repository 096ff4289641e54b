"""Find what another officer has proposed to prune: nobody takes entries out of the log alone.

A proposal is an entry itself, which no pruning takes: who proposed and who agreed stays to be seen.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act

STANDS = timedelta(days=14)
PROPOSED = "proposed"  # in the details of the entry: up to before which position


@dataclass(frozen=True, slots=True)
class Proposal:
    """What another officer has proposed."""

    entry: UUID
    upto: int


def proposal_for(work: Work, actor: Actor) -> Proposal | None:
    """Return the newest proposal that stands and that this officer has not made herself."""
    since = work.clock.now() - STANDS
    proposals = LogFilter(act=Act.LOG_PRUNE, decision="permitted", since=since)
    for each in all_entries(work, proposals):
        upto = each.content.get("details", {}).get(PROPOSED)
        if upto is not None and each.content["staff"] != str(actor.staff):
            return Proposal(each.id, int(upto))
    return None
