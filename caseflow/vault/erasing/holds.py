"""Say what stands against an erasure: holds of a client, of a unit, or of a unit's file of her."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.retention import Hold
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.retention import HoldKind


class Holds:
    """All that are set, loaded once: they are few."""

    def __init__(self, standing: Iterable[Hold], *, doubt: bool) -> None:
        self.standing = tuple(standing)  # those whose seals hold, the oldest first
        self.doubt = doubt  # one is broken: it stands, and nobody can say against what

    def against(
        self, ids: Collection[UUID], units: Collection[UUID], *, but: HoldKind | None = None
    ) -> bool:
        """Say whether anything of these units about this person is held; in doubt all is."""
        return self.doubt or any(
            each.kind != but
            and (each.client_id is None or each.client_id in ids)
            and (each.unit_id is None or each.unit_id in units)
            for each in self.standing
        )

    def wished_at(self, ids: Collection[UUID], units: Collection[UUID]) -> datetime | None:
        """Return when she said last that she wants something of these units kept for longer.

        No wish is without end: the period of the rule begins anew with it.
        """
        said = (
            each.set_at
            for each in self.standing
            if each.kind == HoldKind.WISH
            and each.client_id in ids
            and (each.unit_id is None or each.unit_id in units)
        )
        return max(said, default=None)


def load_holds(work: Work) -> Holds:
    """Return the holds that stand; only an intact row can say that it was lifted."""
    rows = work.session.scalars(select(Hold).order_by(Hold.set_at, Hold.id)).all()
    sound = intact(work, rows)
    standing = [row for row in sound if row.lifted_at is None]
    return Holds(standing, doubt=len(sound) < len(rows))
