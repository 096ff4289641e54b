"""What opens without consent: emergency accesses, and other lawful exceptions."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, CountedRow, SealedRow
from caseflow.database.column_types import Ids, Instant, Words


class EmergencyAccess(ClientRow, CountedRow, Base, kw_only=True):
    """For the person who declared it, for limited time, reviewed by the officers."""

    __tablename__ = "emergency_accesses"
    __table_args__ = (Index("ix_emergency_accesses_settled_at_until", "settled_at", "until"),)

    later: ClassVar[frozenset[str]] = frozenset({"client_told", "told_note"})

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    reason: Mapped[bytes]  # danger, threatened, why no other way; sealed to oversight
    reason_digest: Mapped[bytes]  # SHA-256 of the sealed reason, as the log names it
    declared_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    finding: Mapped[str | None] = mapped_column(default=None)  # justified or unjustified
    note: Mapped[bytes | None] = mapped_column(default=None)  # the officer's, sealed to oversight
    reviewed_by: Mapped[UUID | None] = mapped_column(default=None)
    reviewed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    settled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # its end was
    client_told: Mapped[str | None] = mapped_column(default=None)  # a ClientTold
    told_note: Mapped[bytes | None] = mapped_column(default=None)  # why not yet; sealed


class LawfulException(ClientRow, CountedRow, Base, kw_only=True):
    """Reading by a unit for the protection of a child or by an order; never called consent."""

    __tablename__ = "lawful_exceptions"
    __table_args__ = (Index("ix_lawful_exceptions_settled_at_until", "settled_at", "until"),)

    kind: Mapped[str]  # an ExceptionKind
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # that asks
    declared_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    from_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)  # whose drawers it is about
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    purpose: Mapped[str]
    grounds: Mapped[bytes]  # what its kind asks for, sealed to oversight
    grounds_digest: Mapped[bytes]  # SHA-256 of the sealed reason, as the log names it
    declared_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant)  # local midnight after the last day
    version: Mapped[int] = mapped_column(default=1)  # up with every agreement
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    ended_by: Mapped[UUID | None] = mapped_column(default=None)
    refused: Mapped[bool] = mapped_column(default=False)  # by the second person, who ended it
    settled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # its end was


class ExceptionAgreement(ClientRow, SealedRow, Base, kw_only=True):
    """A second person has agreed for one owning unit, which hands out the keys when it is here."""

    __tablename__ = "exception_agreements"
    __table_args__ = (Index("ix_exception_agreements_unit_id_done_at", "unit_id", "done_at"),)

    exception_id: Mapped[UUID] = mapped_column(index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # the owning unit
    role: Mapped[str]  # a Role: lead of that unit, or officer
    agreed_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    agreed_at: Mapped[datetime] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # keys handed out
