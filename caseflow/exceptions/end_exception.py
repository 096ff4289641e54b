"""End a lawful exception before its time: the unit that declared it does, or an officer."""

from functools import partial
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.exception_row import permit_on
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.exception_keys import end_exception_now
from caseflow.vault.permit import Deeds
from caseflow.vault.refuse import refuse
from caseflow.vault.second_person import is_running
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def end_exception(work: Work, actor: Actor, exception: UUID) -> Done[UUID] | Refused:
    """End it, agreed to or not; its keys go at once. Return whom it was about."""
    return again(work, partial(_attempt, work, actor, exception))


def _attempt(work: Work, actor: Actor, exception: UUID) -> Done[UUID] | Refused:
    found = permit_on(work, actor, Act.EXCEPTION_END, exception)
    if isinstance(found, Refused):
        return found
    given, asked = found
    if not is_running(work, asked):
        return refuse(work, given, Reason.TOO_LATE)
    deeds = end_exception_now(work, asked.row, given.entry, ended_by=actor.staff)
    told = Deeds(details={"exception": str(exception)})
    trace_in_sheets(work, given, joined(told, deeds))
    return Done(asked.row.client_id)
