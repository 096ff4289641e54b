"""Find what another officer has proposed to prune: nobody takes entries out of the log alone.

A proposal is an entry itself, which no pruning takes: who proposed and who agreed stays to be seen.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.unit_of_work import Work
from caseflow.identity import colleagues
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act

STANDS = timedelta(days=14)
AGREED = "agreed"  # in the details of an entry: to which proposal
PROPOSED = "proposed"  # in the details of the entry: up to before which position


@dataclass(frozen=True, slots=True)
class Proposal:
    """What another officer has proposed."""

    entry: UUID
    upto: int


def proposal_for(work: Work, actor: Actor) -> Proposal | None:
    """Return the newest proposal that stands and that this officer has not made herself.

    It stands until somebody agrees to it, for two weeks, and as long as who made it is an officer.
    """
    since = work.clock.now() - STANDS
    proposals = LogFilter(act=Act.LOG_PRUNE, decision="permitted", since=since)
    officers = {str(each.staff) for each in colleagues(work, actor.unit)} - {str(actor.staff)}
    agreed: set[str | None] = set()
    for each in all_entries(work, proposals):  # the newest first: an agreement before its proposal
        told = each.content.get("details", {})
        agreed.add(told.get(AGREED))
        if PROPOSED in told and each.content["staff"] in officers and str(each.id) not in agreed:
            return Proposal(each.id, int(told[PROPOSED]))
    return None
