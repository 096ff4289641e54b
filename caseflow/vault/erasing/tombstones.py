"""Say whether an id is that of an erased client: to the officers alone, and to what looks after."""

from uuid import UUID

from sqlalchemy import String, or_, select, type_coerce

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work


def tombstones_of(work: Work, client: UUID) -> list[Erasure]:
    """Return what is left of a client, or of a unit's file of her; none for any other id."""
    also = type_coerce(Erasure.also, String).contains(str(client))
    found = select(Erasure).where(
        Erasure.erased_at.is_not(None), or_(Erasure.client_id == client, also)
    )
    return intact(work, work.session.scalars(found.order_by(Erasure.erased_at)))


def hold_tombstone(work: Work, tombstone: UUID) -> None:
    """Let nobody delete its evidence, or hold it back, before the end of this unit of work."""
    found = select(Erasure.id).where(Erasure.id == tombstone).with_for_update()
    work.session.scalars(found).all()
