"""Partner organisations outside the provider, and what was disclosed to them."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, OwnRow, SealedRow
from caseflow.database.column_types import Instant, Words


class PartnerRow(OwnRow, SealedRow, Base, kw_only=True):
    """An organisation outside; its words are the provider's own and about no client."""

    __tablename__ = "partners"

    name: Mapped[str]
    kind: Mapped[str]  # a key of the provider's kinds of partner
    address: Mapped[str] = mapped_column(default="")
    telephone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    duties: Mapped[str] = mapped_column(default="")  # of the cooperation agreement
    agreed_from: Mapped[date]
    agreed_until: Mapped[date | None] = mapped_column(default=None)  # the last day
    version: Mapped[int] = mapped_column(default=1)  # up with every change
    added_at: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))  # last
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class Disclosure(ClientRow, SealedRow, Base, kw_only=True):
    """Something of her was told to a partner under a consent; what it was lies in a drawer."""

    __tablename__ = "disclosures"
    __table_args__ = (
        Index("ix_disclosures_unit_id_acknowledged_at", "unit_id", "acknowledged_at"),
    )
    later: ClassVar[frozenset[str]] = frozenset(
        {"overtaken_at", "retold", "retold_at", "retold_by"}
    )

    consent_id: Mapped[UUID] = mapped_column(index=True)
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("partners.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # that told it
    purpose: Mapped[str]
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    made_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    acknowledged_by: Mapped[UUID | None] = mapped_column(default=None)  # staff who noted it
    # Since when something of it stands otherwise or is erased (Art. 19 GDPR).
    overtaken_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    retold: Mapped[str | None] = mapped_column(default=None)  # a Retold; none: it is to be told so
    retold_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    retold_by: Mapped[UUID | None] = mapped_column(default=None)  # staff who noted it
