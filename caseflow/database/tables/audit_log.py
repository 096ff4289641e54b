"""The log: staged entries, leaves, tiles, the head of the tree and its checkpoints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class StagedEntry(OwnRow, SealedRow, Base, kw_only=True):
    """An entry written in the transaction of its act, not yet in the tree."""

    __tablename__ = "staged_entries"

    at: Mapped[datetime] = mapped_column(Instant, index=True)
    payload: Mapped[bytes]  # the leaf, canonical, stored as it will be hashed


class SealedReason(Base, kw_only=True):
    """A free reason given with an act, sealed to the oversight unit; the entry holds its hash."""

    __tablename__ = "sealed_reasons"

    entry_id: Mapped[UUID] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class Leaf(Base, kw_only=True):
    """An entry in the tree; the plain columns repeat its payload so that it can be found."""

    __tablename__ = "log_leaves"
    __table_args__ = (
        Index("ix_log_leaves_client_id_position", "client_id", "position"),
        Index("ix_log_leaves_client_id_act", "client_id", "act"),  # the ends of her consents
    )

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 0
    entry_id: Mapped[UUID] = mapped_column(unique=True)  # of the staged entry
    payload: Mapped[bytes]  # as it was hashed
    leaf_hash: Mapped[bytes]
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    act: Mapped[str] = mapped_column(index=True)
    decision: Mapped[str]  # permitted or refused
    staff_id: Mapped[UUID | None] = mapped_column(index=True)
    unit_id: Mapped[UUID | None] = mapped_column(index=True)
    client_id: Mapped[UUID | None]
    request_id: Mapped[str | None]
    pruned_by: Mapped[UUID | None] = mapped_column(default=None)  # entry that tells of it


class LogPruning(Base, kw_only=True):
    """What a pruning left behind: which leaves, and which uses of which bases they told of."""

    __tablename__ = "log_prunings"

    entry_id: Mapped[UUID] = mapped_column(primary_key=True)  # of the entry that holds its digest
    summary: Mapped[bytes]  # canonical JSON


class Tile(Base, kw_only=True):
    """Up to 256 hashes of one level of the tree; the last tile of a level may be partial."""

    __tablename__ = "log_tiles"

    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hashes: Mapped[bytes]  # 32 bytes each


class TreeHead(Base, kw_only=True):
    """The size of the tree: one row, moved by conditional update, so that one integrates."""

    __tablename__ = "log_head"

    name: Mapped[str] = mapped_column(primary_key=True)  # "log"
    size: Mapped[int]


class Checkpoint(Base, kw_only=True):
    """A signed note on the head of the tree after an integration."""

    __tablename__ = "log_checkpoints"

    size: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    root: Mapped[bytes]
    note: Mapped[str]  # C2SP signed note
    at: Mapped[datetime] = mapped_column(Instant)
