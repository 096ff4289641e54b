"""Agree as the second person that two clients are one person, or refuse it."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.records.merges.merge_rows import Both, permit_on, trace_both, why_not
from caseflow.vault.again import again
from caseflow.vault.apart_rows import hold_clients
from caseflow.vault.contents import joined
from caseflow.vault.join_records import join_records, never_one
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def answer_merge(work: Work, actor: Actor, merge: UUID, *, agreed: bool) -> Done[None] | Refused:
    """Record the answer of somebody else before whom both are open, or of an officer.

    Agreed to, the two are one person at once. Raises Stale when others were faster again and again.
    """
    return again(work, partial(_attempt, work, actor, merge, agreed=agreed))


def _attempt(work: Work, actor: Actor, merge: UUID, *, agreed: bool) -> Done[None] | Refused:
    found = permit_on(work, actor, Act.MERGE_ANSWER, merge)
    if isinstance(found, Refused):
        return found
    given, row = found
    refused = why_not(actor, row) or (_not_one(work, row) if agreed else None)
    if refused is not None:
        return refuse(work, given[0], refused)
    deeds = _join(work, given[0], row) if agreed else _refuse(work, given, row)
    told = Deeds(details={"merge": str(merge), "agreed": "yes" if agreed else "no"})
    trace_both(work, given, row, joined(told, deeds))
    return Done(None)


def _not_one(work: Work, row: Merge) -> Reason | None:
    """Return why the two cannot be one: they are kept apart by now, or are one already.

    Both are held, lest somebody kept them apart at the same instant.
    """
    pair = (row.first_client, row.second_client)
    hold_clients(work, pair)
    first, second = (person_of(work, each) for each in pair)
    if never_one(work, first, second):
        return Reason.NOT_OPEN
    return Reason.TOO_LATE if second.ids[0] in first.ids else None


def _join(work: Work, given: Permit, row: Merge) -> Deeds:
    return join_records(work, given.actor, given.entry, row)


def _refuse(work: Work, given: Both, row: Merge) -> Deeds:
    change(work, row, answered_by=given[0].actor.staff, refused_at=work.clock.now())
    return Deeds(rows=(digest_of(row),))
