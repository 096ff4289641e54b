"""What the officers found in the log, and the periods of it that they have signed off."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Ids, Instant, Parts, Words


class SignOff(OwnRow, SealedRow, Base, kw_only=True):
    """A part of the log that an officer has reviewed, up to a checkpoint."""

    __tablename__ = "sign_offs"
    __table_args__ = (
        # Of two who sign at once, one is too late; looks are signed off once.
        Index(
            "ix_sign_offs_one_after_another",
            "first",
            unique=True,
            sqlite_where=text("of_id IS NULL"),
            postgresql_where=text("of_id IS NULL"),
        ),
        UniqueConstraint("of_id"),
    )

    kind: Mapped[str]  # a SignOffKind: a period, or the looks of the officer who signed one
    first: Mapped[int]  # position of the first entry, where the one before ended
    size: Mapped[int]  # of the log at the checkpoint
    root: Mapped[bytes]  # of the tree there
    previous_id: Mapped[UUID | None]  # the sign-off before; none: the first one
    of_id: Mapped[UUID | None]  # of looks: the sign-off whose reviewer looked
    queries_version: Mapped[int]
    queries: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts)  # rule and parameters
    seed: Mapped[bytes]  # of the sample
    sample: Mapped[tuple[str, ...]] = mapped_column(Words)  # positions
    counts: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts)  # what, and how many
    findings: Mapped[tuple[UUID, ...]] = mapped_column(Ids)  # that were open or new then
    reviewer_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    signed_at: Mapped[datetime] = mapped_column(Instant)
    note: Mapped[bytes | None] = mapped_column(default=None)  # sealed to oversight


class ReviewFinding(OwnRow, SealedRow, Base, kw_only=True):
    """Something that an officer found, and what was done about it; both sealed to oversight."""

    __tablename__ = "review_findings"

    rule: Mapped[str]  # what led to it: a rule, the sample, the recomputation
    positions: Mapped[tuple[str, ...]] = mapped_column(Words)  # of its entries
    note: Mapped[bytes]
    noted_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    noted_at: Mapped[datetime] = mapped_column(Instant)
    closed_by: Mapped[UUID | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    done: Mapped[bytes | None] = mapped_column(default=None)
