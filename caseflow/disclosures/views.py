"""Show what was told to a partner, and whether it has answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.partners import Disclosure
from caseflow.vocabulary.states import Retold


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """Something was told to a partner outside; what it was lies sealed."""

    id: UUID
    client: UUID
    consent: UUID
    partner: UUID
    unit: UUID  # that told it
    purpose: str
    categories: tuple[str, ...]
    made_by: UUID
    made_at: datetime
    acknowledged_at: datetime | None
    waits: int  # whole days since it was told, for the partner's receipt; 0 once it is there
    overtaken_at: datetime | None  # since when something of it does not stand any more
    retold: Retold | None  # whether the partner was told so; none: it is to be, once overtaken
    retold_at: datetime | None

    @property
    def is_to_be_retold(self) -> bool:
        """Say whether the partner is to be told what stands otherwise now (Art. 19 GDPR)."""
        return is_to_be_retold(self)


def view_of_disclosure(row: Disclosure, now: datetime) -> DisclosureView:
    """Return a disclosure as its unit sees it at an instant."""
    return DisclosureView(
        id=row.id,
        client=row.client_id,
        consent=row.consent_id,
        partner=row.partner_id,
        unit=row.unit_id,
        purpose=row.purpose,
        categories=row.categories,
        made_by=row.made_by,
        made_at=row.made_at,
        acknowledged_at=row.acknowledged_at,
        waits=(now - row.made_at).days if row.acknowledged_at is None else 0,
        overtaken_at=row.overtaken_at,
        retold=None if row.retold is None else Retold(row.retold),
        retold_at=row.retold_at,
    )


def is_to_be_retold(told: Disclosure | DisclosureView) -> bool:
    """Say whether the partner is to be told what stands otherwise now (Art. 19 GDPR)."""
    return told.overtaken_at is not None and told.retold is None
