"""Clients who were found to be one person: an alias that two people made, and may be undone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class Merge(OwnRow, SealedRow, Base, kw_only=True):
    """Two clients who are one person from the agreement on until it is undone; no row moves."""

    __tablename__ = "merges"

    first_client: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True)
    second_client: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # where it was proposed
    proposed_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    proposed_at: Mapped[datetime] = mapped_column(Instant)
    answered_by: Mapped[UUID | None] = mapped_column(default=None)  # never who proposed it
    agreed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    refused_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    undone_by: Mapped[UUID | None] = mapped_column(default=None)
    undone_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
