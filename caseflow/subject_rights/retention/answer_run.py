"""Agree to a retention run as the second person, or refuse it; nothing is deleted by it yet."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.run_rows import runs_for, state_of_run
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.retention import RunState


def answer_run(work: Work, actor: Actor, run: UUID, *, agreed: bool) -> Done[None] | Refused:
    """Record the answer; never of whoever prepared it."""
    return again(work, partial(_attempt, work, actor, run, agreed=agreed))


def _attempt(work: Work, actor: Actor, run: UUID, *, agreed: bool) -> Done[None] | Refused:
    given = permit_member(work, actor, Act.RETENTION_ANSWER)
    if isinstance(given, Refused):
        return given
    row = next(iter(runs_for(work, actor, run)), None)
    if row is None:
        return refuse(work, given)
    if row.prepared_by == actor.staff or state_of_run(row) is not RunState.WAITING:
        return refuse(work, given, Reason.TOO_LATE)
    now = work.clock.now()
    change(work, row, answered_by=actor.staff, answered_at=now, refused=not agreed)
    told = {"run": str(run), "agreed": "yes" if agreed else "no"}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(None)
