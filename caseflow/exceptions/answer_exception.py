"""Agree to a lawful exception as the second person, or refuse it and so end it."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.exceptions import ExceptionAgreement
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.exception_row import permit_on
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.exception_keys import end_exception_now
from caseflow.vault.exception_rows import Exceptional
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.refuse import refuse
from caseflow.vault.second_person import answerable, is_running
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


def answer_exception(
    work: Work, actor: Actor, exception: UUID, note: str, *, agreed: bool
) -> Done[None] | Invalid | Refused:
    """Record the answer of an officer, or of a lead for her own unit; the note is sealed.

    The keys wait for each owning unit's next request. Raises Stale when others were faster again
    and again.
    """
    return again(work, partial(_attempt, work, actor, exception, note.strip(), agreed=agreed))


def _attempt(
    work: Work, actor: Actor, exception: UUID, note: str, *, agreed: bool
) -> Done[None] | Invalid | Refused:
    found = permit_on(work, actor, Act.EXCEPTION_ANSWER, exception, note)
    if isinstance(found, Refused):
        return found
    given, asked = found
    units = answerable(work, actor, asked)
    if not units:
        return refuse(work, given, _why_not(work, actor, asked))
    if not note:
        work.abandon()
        return Invalid((Problem("note", "required"),))
    told = Deeds(details={"exception": str(exception), "agreed": "yes" if agreed else "no"})
    if agreed:
        deeds = _agree(work, given, asked, units)
    else:
        deeds = end_exception_now(work, asked.row, given.entry, ended_by=actor.staff, refused=True)
    trace_in_sheets(work, given, joined(told, deeds))
    return Done(None)


def _why_not(work: Work, actor: Actor, asked: Exceptional) -> Reason:
    """Return why she answers nothing: it is over or answered, or it is for somebody else."""
    if not is_running(work, asked):
        return Reason.TOO_LATE
    own = asked.row.declared_by == actor.staff
    # What is left to an owning unit's lead alone is none of an officer's business.
    left = set(asked.row.from_units) - {each.unit_id for each in asked.agreements}
    left_to_leads = actor.role is Role.OFFICER and left
    return Reason.NOT_YOUR_ROLE if own or left_to_leads else Reason.TOO_LATE


def _agree(work: Work, given: Permit, asked: Exceptional, units: tuple[UUID, ...]) -> Deeds:
    # The row is changed too: whoever ends it meanwhile is faster, or finds it agreed to.
    change(work, asked.row, version=asked.row.version + 1)
    agreements = [
        ExceptionAgreement(
            client_id=asked.row.client_id,
            exception_id=asked.row.id,
            unit_id=unit,
            role=given.actor.role,
            agreed_by=given.actor.staff,
            agreed_at=work.clock.now(),
        )
        for unit in units
    ]
    work.session.add_all(agreements)
    work.session.flush()
    return Deeds(rows=tuple(digest_of(row) for row in (asked.row, *agreements)))
