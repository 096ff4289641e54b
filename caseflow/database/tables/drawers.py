"""Drawers, the smallest things that have a key, and the envelopes that lead to it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, SealedRow
from caseflow.database.column_types import Instant


class Drawer(ClientRow, SealedRow, Base, kw_only=True):
    """Client × unit × category; what a unit copied from another lies in drawers of its own.

    One for each consent that it was copied under, so that a withdrawal freezes it whole.
    """

    __tablename__ = "drawers"
    __table_args__ = (Index("ix_drawers_unit_id_turn_due", "unit_id", "turn_due"),)

    later: ClassVar[frozenset[str]] = frozenset(
        {"copied_from", "copied_under", "frozen_at", "kept_for"}
    )

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    category: Mapped[str]
    key_version: Mapped[int]  # never decreases
    key_id: Mapped[bytes]  # of the key of that version
    born_at: Mapped[datetime] = mapped_column(Instant)
    turn_due: Mapped[datetime | None] = mapped_column(Instant, default=None)  # since when
    writes: Mapped[int] = mapped_column(default=0)  # counts writes under a key not due to turn
    copied_from: Mapped[UUID | None] = mapped_column(default=None)  # the unit that was told
    copied_under: Mapped[UUID | None] = mapped_column(default=None)  # the consent that let it copy
    # Since she took that consent back; the copy is destroyed some days later.
    frozen_at: Mapped[datetime | None] = mapped_column(Instant, default=None, index=True)
    kept_for: Mapped[str | None] = mapped_column(default=None)  # a KeptFor: it stays all the same


class Envelope(ClientRow, SealedRow, Base, kw_only=True):
    """One version of a drawer's key for one reader."""

    __tablename__ = "envelopes"
    __table_args__ = (Index("ix_envelopes_reader_id_drawer_id", "reader_id", "drawer_id"),)

    drawer_id: Mapped[UUID] = mapped_column(index=True)
    key_version: Mapped[int]
    key_id: Mapped[bytes]
    reader: Mapped[str]  # a KeyReader
    reader_id: Mapped[UUID]  # unit, staff, trustee pair or installation
    reader_key_id: Mapped[bytes]  # which of the reader's keys
    symmetric: Mapped[bool]  # under a key derived from the unit's private key, not HPKE
    basis_id: Mapped[UUID | None]  # consent or emergency that opened it; none: owner, by birth
    act: Mapped[UUID]  # the log entry that made it
    made_at: Mapped[datetime] = mapped_column(Instant)
    sealed: Mapped[bytes]
