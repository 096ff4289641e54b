"""Where staff members live, as far as they have said so."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class OwnAddress(OwnRow, SealedRow, Base, kw_only=True):
    """A staff member's own address; her private key opens it, and nothing else does."""

    __tablename__ = "own_addresses"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), unique=True)
    sealed: Mapped[bytes]  # what she typed, filled up, under a key of her private key
    kept_at: Mapped[datetime] = mapped_column(Instant)
