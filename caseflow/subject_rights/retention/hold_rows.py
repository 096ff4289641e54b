"""Find a hold that somebody wants to lift, and whether she may."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.retention import Hold
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import NO_CLIENT, Ask, Permit, permit, permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def permit_on(work: Work, actor: Actor, hold: UUID) -> tuple[Permit, Hold] | Refused:
    """Return the permit and the row, lifted or not; an id that was never issued is refused."""
    rows = intact(work, work.session.scalars(select(Hold).where(Hold.id == hold)))
    row = next(iter(rows), None)
    given = _permit(work, actor, NO_CLIENT if row is None else row.client_id)
    if isinstance(given, Refused):
        return given
    return refuse(work, given) if row is None else (given, row)


def _permit(work: Work, actor: Actor, client: UUID | None) -> Permit | Refused:
    if client is None:
        return permit_member(work, actor, Act.HOLD_LIFT)
    return permit(work, actor, Ask(Act.HOLD_LIFT, client))
