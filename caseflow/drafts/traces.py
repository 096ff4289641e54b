"""Trace what happens to a draft: that it was begun, opened or discarded, and never what it says.

Each further saving of the same draft is part of the act that began it.
"""

from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act


def trace(work: Work, actor: Actor, act: Act, draft: UUID, client: UUID | None) -> None:
    """Stage the entry of one draft."""
    told = {"draft": str(draft)}
    record(work, Trace(act=act, client=client, details=told, **by(actor)))
