"""Delete what a second person has agreed to, one by one, each in a transaction of its own.

The row of the run moves with each deletion: whoever is killed leaves nothing half done, and whoever
comes next goes on behind it. What has changed since the list was made is left out.
"""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.retention import RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.delete_listed import delete_listed
from caseflow.subject_rights.retention.due import Listed
from caseflow.subject_rights.retention.find_due import still_due
from caseflow.subject_rights.retention.run_rows import runs_for, state_of_run
from caseflow.vault.again import again
from caseflow.vault.erasing.tombstones import hold_tombstone
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.retention import RecordKind, RunState


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    items: int
    done: int
    left_out: int

    @property
    def finished(self) -> bool:
        """Say whether nothing of the list is left."""
        return self.done + self.left_out == self.items


def carry_on_run(work: Work, actor: Actor, run: UUID, at_most: int) -> Done[Progress] | Refused:
    """Delete at most so many of the list, and say how far it has come; each is committed."""
    answer = _committed(work, actor, run)
    for _ in range(at_most - 1):
        if isinstance(answer, Refused) or answer.value.finished:
            break
        answer = _committed(work, actor, run)
    return answer


def _committed(work: Work, actor: Actor, run: UUID) -> Done[Progress] | Refused:
    answer = again(work, partial(_one, work, actor, run))
    work.finish()
    return answer


def _one(work: Work, actor: Actor, run: UUID) -> Done[Progress] | Refused:
    given = permit_member(work, actor, Act.RETENTION_RUN)
    if isinstance(given, Refused):
        return given
    row = next(iter(runs_for(work, actor, run)), None)
    if row is None:
        return refuse(work, given)
    if state_of_run(row) is not RunState.AGREED:
        return refuse(work, given, Reason.TOO_LATE)
    number = row.done + row.left_out
    listed = Listed.of(row.items[number])
    due = _held_and_due(work, listed)
    if due:
        delete_listed(work, actor, row, listed)
    _move(work, row, deleted=due)
    told = {
        "run": str(run),
        "number": str(number),
        "rule": listed.rule,
        "kind": listed.kind.value,
        "outcome": "deleted" if due else "left_out",
    }
    deeds = Deeds(rows=(digest_of(row),), clients=(listed.client,), details=told)
    trace(work, given, deeds)
    return Done(Progress(len(row.items), row.done, row.left_out))


def _held_and_due(work: Work, listed: Listed) -> bool:
    """Say whether it is due still, and let nobody change that before this transaction ends."""
    if not still_due(work, listed):
        return False
    if listed.kind is not RecordKind.EVIDENCE:
        hold_person(work, listed.client)
    elif listed.row is not None:
        hold_tombstone(work, listed.row)
    return still_due(work, listed)


def _move(work: Work, row: RetentionRun, *, deleted: bool) -> None:
    """Count one of the list; raises Stale where another was at the same one."""
    name = "done" if deleted else "left_out"
    last = row.done + row.left_out + 1 == len(row.items)
    finished = {"finished_at": work.clock.now()} if last else {}
    change(work, row, **{name: getattr(row, name) + 1}, **finished)
