"""Show frozen copies to the officers: whose, since when, and until when another basis counts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.vault.kept_copies import destroyed_at


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """What a unit copied of a category under a consent that was withdrawn; never content."""

    id: UUID
    client: UUID
    unit: UUID  # that copied
    told_to: UUID | None  # the unit that it was told to
    category: str
    consent: UUID | None
    frozen_at: datetime
    until: datetime  # then it is destroyed, unless it is kept
    kept_for: str | None  # a KeptFor, once one is recorded


def frozen_copy(work: Work, copy: UUID) -> tuple[Drawer, FrozenCopy] | None:
    """Return a frozen drawer of copies; None for any other id, or where its seal is broken."""
    found = select(Drawer).where(Drawer.id == copy, Drawer.frozen_at.is_not(None))
    rows = intact(work, work.session.scalars(found))
    return next(((row, view) for row in rows for view in views_of(work, row)), None)


def views_of(work: Work, row: Drawer) -> tuple[FrozenCopy, ...]:
    """Return a drawer as an officer sees it; none where it is not frozen."""
    if row.frozen_at is None:
        return ()
    view = FrozenCopy(
        id=row.id,
        client=row.client_id,
        unit=row.unit_id,
        told_to=row.copied_from,
        category=row.category,
        consent=row.copied_under,
        frozen_at=row.frozen_at,
        until=destroyed_at(work, row.frozen_at),
        kept_for=row.kept_for,
    )
    return (view,)
