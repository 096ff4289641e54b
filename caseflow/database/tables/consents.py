"""Consents with their matrix and notices, withdrawals, refusals, and grants still due."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, CountedRow, SealedRow
from caseflow.database.column_types import Ids, Instant, Parts, Words


class Consent(ClientRow, CountedRow, Base, kw_only=True):
    """What she agreed to; the evidence lies sealed in the recording unit's evidence drawer."""

    __tablename__ = "consents"
    __table_args__ = (
        Index("ix_consents_settled_at_valid_until", "settled_at", "valid_until"),
        Index("ix_consents_settled_at_majority_at", "settled_at", "majority_at"),
    )

    later: ClassVar[frozenset[str]] = frozenset({"majority_at", "partner_id"})

    version: Mapped[int] = mapped_column(default=1)  # up with every partial withdrawal
    from_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)  # released from secrecy
    to_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    purposes: Mapped[tuple[str, ...]] = mapped_column(Words)
    actions: Mapped[tuple[str, ...]] = mapped_column(Words)
    exclusions: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts)  # to_unit, category
    valid_from: Mapped[datetime] = mapped_column(Instant)
    valid_until: Mapped[datetime] = mapped_column(Instant)  # first instant it no longer holds
    signed_on: Mapped[date | None]  # the day on the paper, if earlier
    template: Mapped[str]
    template_version: Mapped[int]
    text_hash: Mapped[bytes]  # SHA-256 of the exact text shown
    language: Mapped[str]
    notices: Mapped[tuple[str, ...]] = mapped_column(Words)  # what she was told
    declared_by: Mapped[str]  # a Declarer
    form: Mapped[str]  # a DeclarationForm
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # where it was recorded
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    withdrawn_parts: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts, default=())
    settled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # its end was
    # A partner outside instead of units; no key moves by it.
    partner_id: Mapped[UUID | None] = mapped_column(default=None)
    # Of a minor whose guardian declared it: when she is of age, as far as units with a part know.
    majority_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class Withdrawal(ClientRow, SealedRow, Base, kw_only=True):
    """She took a consent back, wholly or for some drawers; never undone."""

    __tablename__ = "withdrawals"

    consent_id: Mapped[UUID] = mapped_column(index=True)
    to_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)  # those it closes
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)  # those it closes
    whole: Mapped[bool]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # where it was recorded
    recorded_by: Mapped[UUID]
    effective_at: Mapped[datetime] = mapped_column(Instant)


class Refusal(ClientRow, SealedRow, Base, kw_only=True):
    """She was asked and said no."""

    __tablename__ = "refusals"

    later: ClassVar[frozenset[str]] = frozenset({"partner_id"})

    consent_id: Mapped[UUID | None]  # asked together with this consent
    to_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    purposes: Mapped[tuple[str, ...]] = mapped_column(Words)
    language: Mapped[str]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    partner_id: Mapped[UUID | None] = mapped_column(default=None)  # outside, instead of units


class GrantDue(ClientRow, SealedRow, Base, kw_only=True):
    """A consent recorded elsewhere waits for an owning unit to hand out its keys."""

    __tablename__ = "grants_due"
    __table_args__ = (Index("ix_grants_due_unit_id_done_at", "unit_id", "done_at"),)

    consent_id: Mapped[UUID] = mapped_column(index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # the owning unit
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    due_since: Mapped[datetime] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
