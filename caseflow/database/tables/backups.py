"""The backups that were made: until when each of them can bring an erased client back."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class Backup(OwnRow, SealedRow, Base, kw_only=True):
    """One backup; written before its first byte, so that no file is unknown to its database."""

    __tablename__ = "backups"

    taken_at: Mapped[datetime] = mapped_column(Instant)
    log_size: Mapped[int]  # of the tree as the backup holds it
    log_root: Mapped[bytes]
    keys_until: Mapped[datetime] = mapped_column(Instant)  # the file of keys and links is kept
    # The file of keys and links is gone, as far as this program can tell.
    deleted_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
