"""The answers that programs were given, kept a while for a request that is sent once more."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base
from caseflow.database.column_types import Instant


class KeptAnswer(Base, kw_only=True):
    """An answer under the key that the program gave its request; only the acting unit opens it."""

    __tablename__ = "kept_answers"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    key_digest: Mapped[bytes] = mapped_column(primary_key=True)  # of unit and Idempotency-Key
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    unit_key_id: Mapped[bytes]  # which version of the unit's key seals it
    made_at: Mapped[datetime] = mapped_column(Instant, index=True)
    sealed: Mapped[bytes]  # what was asked, and what was answered
