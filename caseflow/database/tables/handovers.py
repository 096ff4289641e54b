"""Handovers from unit to unit with their slips."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, SealedRow
from caseflow.database.column_types import Instant


class Handover(ClientRow, SealedRow, Base, kw_only=True):
    """Unit A proposes a client to unit B; the slip is sealed to both."""

    __tablename__ = "handovers"

    from_unit: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    to_unit: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    consent_id: Mapped[UUID | None]  # none: the slip carries no id, code, name or note
    state: Mapped[str]  # a HandoverState
    slip_from: Mapped[bytes]  # sealed to the giving unit
    slip_to: Mapped[bytes]  # sealed to the receiving unit
    answer_from: Mapped[bytes | None] = mapped_column(default=None)  # reason to decline, sealed
    answer_to: Mapped[bytes | None] = mapped_column(default=None)  # the same, to the receiver
    sent_by: Mapped[UUID]
    sent_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    decided_by: Mapped[UUID | None] = mapped_column(default=None)
    decided_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
