"""Emergency accesses: reading without consent in danger to life or limb."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, CountedRow
from caseflow.database.column_types import Instant, Words


class EmergencyAccess(ClientRow, CountedRow, Base, kw_only=True):
    """For the person who declared it, for limited time, reviewed by the officers."""

    __tablename__ = "emergency_accesses"
    __table_args__ = (Index("ix_emergency_accesses_settled_at_until", "settled_at", "until"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    reason: Mapped[bytes]  # danger, threatened, why no other way; sealed to oversight
    reason_digest: Mapped[bytes]  # SHA-256 of the sealed reason, as the log names it
    declared_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    finding: Mapped[str | None] = mapped_column(default=None)  # justified or unjustified
    note: Mapped[bytes | None] = mapped_column(default=None)  # the officer's, sealed to oversight
    reviewed_by: Mapped[UUID | None] = mapped_column(default=None)
    reviewed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    settled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # its end was
