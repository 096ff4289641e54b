"""Say which organisations outside had been told of what was erased, and whether they know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.states import Retold


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """A partner was told something before it was erased; its sheet has the number, not a name."""

    id: UUID
    partner: UUID
    unit: UUID  # that told it
    categories: tuple[str, ...]
    made_at: datetime
    retold: Retold | None  # whether it was told of the erasure; none: it is to be
    retold_at: datetime | None


def load_overtaken(work: Work) -> list[Disclosure]:
    """Return all that partners were told and that does not stand any more, the oldest first."""
    found = select(Disclosure).where(Disclosure.overtaken_at.is_not(None))
    return intact(work, work.session.scalars(found.order_by(Disclosure.made_at, Disclosure.id)))


def overtaken_by(row: Erasure, overtaken: Iterable[Disclosure]) -> list[Disclosure]:
    """Return what was told of what this erased.

    What was told since, of a client who came back, is for the unit to tell anew.
    """
    erased_at = row.erased_at
    if erased_at is None:
        return []
    whole = row.whole or row.unit_id is None
    ids = {row.client_id, *row.also}
    hers = (each for each in overtaken if each.client_id in ids and each.made_at <= erased_at)
    return [each for each in hers if whole or each.unit_id == row.unit_id]


def view_of_told(row: Disclosure) -> ToldBefore:
    """Return it as an officer sees it."""
    return ToldBefore(
        id=row.id,
        partner=row.partner_id,
        unit=row.unit_id,
        categories=row.categories,
        made_at=row.made_at,
        retold=None if row.retold is None else Retold(row.retold),
        retold_at=row.retold_at,
    )
