"""Say which units keep a copy of what was told under a consent, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work


@dataclass(frozen=True, slots=True, order=True)
class KeptCopy:
    """What a unit copied of a category; frozen, it is destroyed at that instant."""

    until: datetime
    unit: UUID  # that copied
    category: str
    owner: UUID  # the unit that was told


def kept_copies(
    work: Work, drawers: Iterable[Drawer], consents: Iterable[UUID], *, frozen: bool
) -> tuple[KeptCopy, ...]:
    """Return what was copied under these consents and is frozen, or would be if they ended now."""
    named, now = frozenset(consents), work.clock.now()
    found = {
        KeptCopy(
            destroyed_at(work, drawer.frozen_at or now), drawer.unit_id, drawer.category, owner
        )
        for drawer in drawers
        for owner in [drawer.copied_from]
        if owner is not None
        and drawer.copied_under in named
        and (drawer.frozen_at is not None) is frozen
        and drawer.kept_for is None
    }
    return tuple(sorted(found))


def destroyed_at(work: Work, frozen_at: datetime) -> datetime:
    """Return the instant from which on a copy is destroyed that was frozen at another."""
    return frozen_at + work.configuration.limits.frozen_copy
