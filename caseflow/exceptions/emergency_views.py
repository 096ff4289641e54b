"""Show emergency accesses to the officers: who, when, what, and until when to review it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """An emergency access as an officer sees it; its reason opens apart."""

    id: UUID
    client: UUID
    staff: UUID
    unit: UUID
    categories: tuple[str, ...]
    declared_at: datetime
    until: datetime
    ended_at: datetime | None
    review_due: datetime
    overdue: bool  # the instant has passed and nobody has reviewed it
    finding: str | None  # justified or unjustified
    reviewed_by: UUID | None
    reviewed_at: datetime | None
    client_told: str | None = None  # a ClientTold; None: nobody has said yet


def view_of(work: Work, row: EmergencyAccess) -> EmergencyView:
    """Return an emergency access as it stands now."""
    due = row.declared_at + work.configuration.limits.emergency_review
    return EmergencyView(
        id=row.id,
        client=row.client_id,
        staff=row.staff_id,
        unit=row.unit_id,
        categories=row.categories,
        declared_at=row.declared_at,
        until=row.until,
        ended_at=row.ended_at,
        review_due=due,
        overdue=row.finding is None and due <= work.clock.now(),
        finding=row.finding,
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
        client_told=row.client_told,
    )
