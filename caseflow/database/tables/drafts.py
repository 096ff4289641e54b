"""What somebody has typed into a form and not sent yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow
from caseflow.database.column_types import Instant


class Draft(OwnRow, Base, kw_only=True):
    """The unsent words of one form; she alone opens them, while she acts in this unit."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("staff_id", "place"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    client_id: Mapped[UUID | None] = mapped_column(index=True)  # whom the form is about
    place: Mapped[bytes]  # HMAC of person, unit and the path of the form's page
    unit_key_id: Mapped[bytes]  # which version of the unit's key seals it
    kept_at: Mapped[datetime] = mapped_column(Instant, index=True)
    sealed: Mapped[bytes]  # under a key of hers, and inside it under one of the unit
