"""What a client says against a piece of her record: her word, which stands beside the piece.

Art. 16 and 18 GDPR. It lies in the drawer of the piece, so whoever opens the one opens the other.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.column_types import Instant, Sealed
from caseflow.database.tables.records import DrawerContent


class Correction(DrawerContent, kw_only=True):
    """That something is not so, in her words, and how the unit that wrote it has settled it.

    Who wrote her word down is in the log alone: it may have been in another unit than the piece's,
    and not every reader may know that she has been there.
    """

    __tablename__ = "corrections"

    piece_id: Mapped[UUID] = mapped_column(index=True)  # an entry, answer or summary's paragraph
    piece_version: Mapped[int]  # of it, as it was read to her
    settled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # none: it is open

    text: Mapped[bytes] = mapped_column(Sealed)
    said_on: Mapped[bytes] = mapped_column(Sealed)  # a day, ISO 8601
    outcome: Mapped[bytes] = mapped_column(Sealed)  # a CorrectionOutcome
    reply: Mapped[bytes] = mapped_column(Sealed)  # what the unit says to it; empty for nothing
