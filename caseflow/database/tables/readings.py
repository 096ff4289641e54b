"""What is remembered for a while of how much each staff member reads."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow
from caseflow.database.column_types import Instant


class Reading(OwnRow, Base, kw_only=True):
    """A client whom she has opened, a pause of hers, or an alarm that was raised about her.

    It tells nothing that the log does not, and is forgotten with her next new client after its end.
    """

    __tablename__ = "readings"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    kind: Mapped[str]  # a ReadingMark
    client_id: Mapped[UUID | None]  # none: a pause
    until: Mapped[datetime] = mapped_column(Instant)  # it counts no longer from then on
