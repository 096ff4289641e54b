"""Clients who must never learn of each other: one was violent to the other, and both are here."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, SealedRow
from caseflow.database.column_types import Ids, Instant


class KeptApart(ClientRow, SealedRow, Base, kw_only=True):
    """Two clients with whom nobody works both, from the recording until it is lifted.

    What follows from it stands in rows of their own, which it lists: lifting it must find them.
    """

    __tablename__ = "kept_apart"

    other_id: Mapped[UUID] = mapped_column(index=True)  # the other client; neither comes first
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # where it was recorded
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    walls: Mapped[tuple[UUID, ...]] = mapped_column(Ids, default=())  # that it put up
    cases: Mapped[tuple[UUID, ...]] = mapped_column(Ids, default=())  # that it restricted
    lifted_by: Mapped[UUID | None] = mapped_column(default=None)
    lifted_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    reason: Mapped[bytes | None] = mapped_column(default=None)  # why lifted, sealed to oversight
