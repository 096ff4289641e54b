"""Review an emergency access: was it justified? An officer says so once, never of her own."""

from enum import StrEnum
from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_now, runs
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, Permit, permit, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


class Finding(StrEnum):
    """What a review finds."""

    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"  # ends the access if it still runs


def review_emergency(
    work: Work, actor: Actor, emergency: UUID, finding: str, note: str
) -> Done[None] | Invalid | Refused:
    """Record an officer's finding; her note is sealed to the oversight unit."""
    return again(work, partial(_attempt, work, actor, emergency, finding, note))


def _attempt(
    work: Work, actor: Actor, emergency: UUID, finding: str, note: str
) -> Done[None] | Invalid | Refused:
    row = emergency_row(work, emergency)
    client = NO_CLIENT if row is None else row.client_id
    given = permit(work, actor, Ask(Act.EMERGENCY_REVIEW, client))
    if isinstance(given, Refused):
        return given
    if row is None:
        return refuse(work, given)
    if finding not in list(Finding):
        work.abandon()
        return Invalid((Problem("finding", "not_a_choice"),))
    shut = _shut(actor, row)
    if shut is not None:
        return refuse(work, given, shut)
    trace(work, given, _review(work, given, row, finding, note.strip()))
    return Done(None)


def emergency_row(work: Work, emergency: UUID) -> EmergencyAccess | None:
    """Return an emergency access, None for an id that was never issued or a row that is forged."""
    found = work.session.scalars(select(EmergencyAccess).where(EmergencyAccess.id == emergency))
    return next(iter(intact(work, found)), None)


def _shut(actor: Actor, row: EmergencyAccess) -> Reason | None:
    """Return why this emergency is not hers to review, None where it is."""
    if row.staff_id == actor.staff:
        return Reason.NOT_YOUR_ROLE
    return None if row.finding is None else Reason.TOO_LATE


def _review(work: Work, given: Permit, row: EmergencyAccess, finding: str, note: str) -> Deeds:
    found: dict[str, object] = {
        "finding": finding,
        "note": seal_for_oversight(work, row.id, note, "note") if note else None,
        "reviewed_by": given.actor.staff,
        "reviewed_at": work.clock.now(),
    }
    told = Deeds(details={"emergency": str(row.id), "finding": finding})
    if finding == Finding.UNJUSTIFIED and runs(work, row):
        return joined(told, end_now(work, row, **found))
    change(work, row, **found)
    return joined(told, Deeds(rows=(digest_of(row),)))
