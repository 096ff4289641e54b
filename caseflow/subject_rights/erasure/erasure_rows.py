"""Find a proposal to erase or its tombstone, and say whose business it is."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import NO_CLIENT, Ask, Permit, permit
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import known_as
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.retention import ErasureState


def state_of(row: Erasure) -> ErasureState:
    """Return what became of it."""
    if row.erased_at is not None:
        return ErasureState.DONE
    if row.answered_at is None:
        return ErasureState.WAITING
    # Nobody answers her own: it is hers alone to take it back.
    mine = row.answered_by == row.proposed_by
    return ErasureState.WITHDRAWN if mine else ErasureState.REFUSED


def erasure_row(work: Work, erasure: UUID) -> Erasure | None:
    """Return it; None for an id that was never issued, or where its seal is broken."""
    found = select(Erasure).where(Erasure.id == erasure)
    return next(iter(intact(work, work.session.scalars(found))), None)


def permit_on(
    work: Work, actor: Actor, act: Act, erasure: UUID, reason: str = ""
) -> tuple[Permit, Erasure] | Refused:
    """Return the permit to see or answer it, with the row; a lead's are of her own unit alone."""
    row = erasure_row(work, erasure)
    client = NO_CLIENT if row is None else known_as(work, actor.unit, row.client_id)
    given = permit(work, actor, Ask(act, client, reason=reason))
    if isinstance(given, Refused):
        return given
    if row is None or not may_know(actor, row):
        return refuse(work, given)
    return given, row


def may_know(actor: Actor, row: Erasure) -> bool:
    """Say whether it is who asks' business, where she has the client before her.

    Of all that there is of her, a lead is told what she or an officer proposed: another unit's lead
    would tell by it that she is known there too.
    """
    if actor.role is Role.OFFICER or row.unit_id is not None:
        return actor.role is Role.OFFICER or row.unit_id == actor.unit
    return row.proposed_by == actor.staff or Role(row.proposed_as) is Role.OFFICER


def answerable(actor: Actor, row: Erasure) -> bool:
    """Say whether she is the second person: never who proposed it, and an officer among the two."""
    officers = {Role(row.proposed_as), actor.role}
    waits = state_of(row) is ErasureState.WAITING
    return waits and actor.staff != row.proposed_by and Role.OFFICER in officers


def withdrawable(actor: Actor, row: Erasure) -> bool:
    """Say whether she may take it back: what waits, and she proposed it."""
    return state_of(row) is ErasureState.WAITING and actor.staff == row.proposed_by
