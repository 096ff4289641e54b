"""Consents that another system sent: they open nothing until a person has confirmed them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, SealedRow
from caseflow.database.column_types import Ids, Instant, Parts, Words


class ReceivedConsent(ClientRow, SealedRow, Base, kw_only=True):
    """What a FHIR Consent says, waiting for the client to declare it here, or not."""

    __tablename__ = "received_consents"

    release: Mapped[str]  # of FHIR
    digest: Mapped[bytes]  # SHA-256 of the resource in canonical JSON; the paper stays outside
    from_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)
    to_units: Mapped[tuple[UUID, ...]] = mapped_column(Ids)
    categories: Mapped[tuple[str, ...]] = mapped_column(Words)
    purposes: Mapped[tuple[str, ...]] = mapped_column(Words)
    actions: Mapped[tuple[str, ...]] = mapped_column(Words)
    exclusions: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts)  # to_unit, category
    last_day: Mapped[date | None]  # on which it holds, where it says one
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # that received it
    received_by: Mapped[UUID]  # staff
    received_at: Mapped[datetime] = mapped_column(Instant)
    answered_by: Mapped[UUID | None] = mapped_column(default=None)  # staff
    answered_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    consent_id: Mapped[UUID | None] = mapped_column(default=None)  # none: she did not agree
