"""End an emergency access before its time, by the person who declared it."""

from functools import partial
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.ending import end_now
from caseflow.vault.permit import Ask, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def end_emergency(work: Work, actor: Actor, client: UUID, emergency: UUID) -> Done[None] | Refused:
    """End an own running emergency access; its keys go at once."""
    return again(work, partial(_attempt, work, actor, client, emergency))


def _attempt(work: Work, actor: Actor, client: UUID, emergency: UUID) -> Done[None] | Refused:
    given = permit(work, actor, Ask(Act.EMERGENCY_END, client))
    if isinstance(given, Refused):
        return given
    row = given.gathered.emergencies.get(emergency)
    if row is None:
        return refuse(work, given)
    if row.ended_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    trace(work, given, end_now(work, row))
    return Done(None)
