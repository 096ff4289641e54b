"""Which lines of a provider's spreadsheets have been imported."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base
from caseflow.database.column_types import Instant


class ImportedLine(Base, kw_only=True):
    """A line that is in; running the file again changes nothing."""

    __tablename__ = "imported_lines"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    tag: Mapped[bytes] = mapped_column(primary_key=True)  # HMAC of the line under the unit's key
    client_id: Mapped[UUID]
    imported_at: Mapped[datetime] = mapped_column(Instant)
