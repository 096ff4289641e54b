"""Undo a merge at once: a lead does where both are known, or an officer, and says why."""

from functools import partial
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.merges.merge_rows import permit_on, runs, trace_both
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.part_records import part_records
from caseflow.vault.permit import Deeds
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


def undo_merge(
    work: Work, actor: Actor, merge: UUID, reason: str
) -> Done[None] | Invalid | Refused:
    """Make two persons of one again; the reason is sealed to the officers.

    What was recorded meanwhile stays under the id that it was recorded under.
    """
    return again(work, partial(_attempt, work, actor, merge, reason.strip()))


def _attempt(work: Work, actor: Actor, merge: UUID, reason: str) -> Done[None] | Invalid | Refused:
    found = permit_on(work, actor, Act.MERGE_UNDO, merge, reason)
    if isinstance(found, Refused):
        return found
    given, row = found
    if not runs(row):
        return refuse(work, given[0], Reason.TOO_LATE)
    if not reason:
        work.abandon()
        return Invalid((Problem("reason", "required"),))
    told = Deeds(details={"merge": str(merge)})
    trace_both(work, given, row, joined(told, part_records(work, given[0], row)))
    return Done(None)
