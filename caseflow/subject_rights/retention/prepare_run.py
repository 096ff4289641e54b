"""Prepare a retention run: the exact list of what is due, for a second person to agree to."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.retention import RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.find_due import find_kept, is_due, kept_for_her
from caseflow.subject_rights.retention.run_rows import runs_for, state_of_run
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.retention import RunState

MOST = 1000  # of one list: a person can look at no more, and the rest is due tomorrow too


def prepare_run(work: Work, actor: Actor) -> Done[UUID] | Invalid | Refused:
    """List what is due now and return the run; one that waits already gives way to it.

    Invalid where nothing is due.
    """
    return again(work, partial(_attempt, work, actor))


def _attempt(work: Work, actor: Actor) -> Done[UUID] | Invalid | Refused:
    given = permit_member(work, actor, Act.RETENTION_PREPARE)
    if isinstance(given, Refused):
        return given
    kept = find_kept(work)
    due = [each for each in kept_for_her(work, actor, kept) if is_due(work, each)][:MOST]
    if not due:
        work.abandon()
        return Invalid((Problem("", "nothing_due"),))
    gone = _put_aside(work, actor)
    run = RetentionRun(
        items=tuple(each.listed() for each in due),
        prepared_by=actor.staff,
        prepared_at=work.clock.now(),
    )
    work.session.add(run)
    work.session.flush()
    rows = (digest_of(run), *(digest_of(row) for row in gone))
    told = {"run": str(run.id), "items": str(len(due))}
    trace(work, given, Deeds(rows=rows, details=told))
    return Done(run.id)


def _put_aside(work: Work, actor: Actor) -> list[RetentionRun]:
    """Refuse the runs that wait: what they list is listed anew."""
    waiting = [row for row in runs_for(work, actor) if state_of_run(row) is RunState.WAITING]
    for row in waiting:
        now = work.clock.now()
        change(work, row, answered_by=actor.staff, answered_at=now, refused=True)
    return waiting
