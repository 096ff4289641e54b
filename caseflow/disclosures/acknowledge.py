"""Note that a partner has received what it was told."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import client_of_disclosure, own_disclosure
from caseflow.vault.again import again
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def acknowledge(
    work: Work, actor: Actor, disclosure: UUID, of: UUID | None = None
) -> Done[UUID] | Refused:
    """Record it once, and return whom it was about; TOO_LATE the second time.

    What was told of another, where it is asked for under a client (`of`), is not there.
    """
    return again(work, partial(_attempt, work, actor, disclosure, of))


def _attempt(work: Work, actor: Actor, disclosure: UUID, of: UUID | None) -> Done[UUID] | Refused:
    ask = Ask(Act.DISCLOSURE_ACKNOWLEDGE, client_of_disclosure(work, disclosure, of))
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        return given
    row = own_disclosure(work, given, disclosure)
    if row is None:
        return refuse(work, given)
    if row.acknowledged_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    change(work, row, acknowledged_at=work.clock.now(), acknowledged_by=actor.staff)
    told = {"disclosure": str(disclosure)}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(row.client_id)
