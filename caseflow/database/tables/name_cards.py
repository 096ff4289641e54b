"""The small cards by which a unit finds the clients that are open to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow
from caseflow.database.column_types import Instant


class NameCard(ClientRow, Base, kw_only=True):
    """Name, birth year and languages, or how she is reached, sealed for one unit."""

    __tablename__ = "name_cards"
    __table_args__ = (
        # Else SQLite looks at all cards of a unit to find those of some clients.
        Index("ix_name_cards_unit_id_filed_client_id", "unit_id", "filed", "client_id"),
        Index("ix_name_cards_unit_id_id", "unit_id", "id"),
    )

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    unit_key_id: Mapped[bytes]  # which of the unit's keys
    filed: Mapped[bool]  # under the unit's own key; else HPKE in its inbox
    consent_id: Mapped[UUID | None] = mapped_column(
        default=None
    )  # the consent that it rests on; none: the unit's own drawer
    category: Mapped[str] = mapped_column(default="identity")  # of the drawers it was made from
    made_at: Mapped[datetime] = mapped_column(Instant)  # the newest one counts
    sealed: Mapped[bytes]


class CardOrder(Base, kw_only=True):
    """A unit's ids of clients in sorting order, as one sealed list."""

    __tablename__ = "card_orders"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    unit_key_id: Mapped[bytes]  # which of the unit's keys
    revision: Mapped[int]  # up with every filing; stands in the associated data
    sealed: Mapped[bytes]
