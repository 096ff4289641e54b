"""Units, their key pairs, and who belongs to them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, CountedRow, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class UnitRow(OwnRow, SealedRow, Base, kw_only=True):
    """A service of the provider; the database owns the units, the configuration their defaults."""

    __tablename__ = "units"

    slug: Mapped[str] = mapped_column(unique=True)  # its name in addresses and headers
    name: Mapped[str]
    kind: Mapped[str]  # a UnitKind
    founded_at: Mapped[datetime] = mapped_column(Instant)


class UnitPair(OwnRow, SealedRow, Base, kw_only=True):
    """A version of a unit's key pair; the newest one seals, older ones open through the chain."""

    __tablename__ = "unit_pairs"
    __table_args__ = (UniqueConstraint("unit_id", "version"),)

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    version: Mapped[int]
    public: Mapped[bytes]  # raw public key
    key_id: Mapped[bytes]  # key id of the private key
    previous: Mapped[bytes | None] = mapped_column(default=None)  # the former private key under it
    born_at: Mapped[datetime] = mapped_column(Instant)


class Membership(OwnRow, CountedRow, Base, kw_only=True):
    """A staff member in a unit in a role."""

    __tablename__ = "memberships"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    role: Mapped[str]  # a Role
    admitted_by: Mapped[UUID | None]  # none: the founder at birth
    since: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class UnitEnvelope(OwnRow, SealedRow, Base, kw_only=True):
    """A unit's private key, sealed to one staff pair or to recovery. Admission is this row."""

    __tablename__ = "unit_envelopes"

    unit_pair_id: Mapped[UUID] = mapped_column(ForeignKey("unit_pairs.id"), index=True)
    reader: Mapped[str]  # a KeyReader: staff or recovery
    reader_id: Mapped[UUID] = mapped_column(index=True)  # staff pair, or the installation
    membership_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("memberships.id"), index=True, default=None
    )
    act: Mapped[UUID]  # the log entry that made it
    sealed: Mapped[bytes]
