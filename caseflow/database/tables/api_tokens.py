"""Tokens with which programs come in for a person, each with a wrapping of her key of its own."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class ApiToken(OwnRow, SealedRow, Base, kw_only=True):
    """A token that a person made for a program: it acts by one of her memberships."""

    __tablename__ = "api_tokens"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    pair_id: Mapped[UUID] = mapped_column(ForeignKey("staff_pairs.id"))
    membership_id: Mapped[UUID] = mapped_column(ForeignKey("memberships.id"), index=True)
    role: Mapped[str]  # a Role, not above that of the membership
    name: Mapped[str]  # of the program, as she calls it
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    root_key_id: Mapped[bytes]  # which root is outermost
    wrapped: Mapped[bytes]  # her private key under the token's key, under the root
    made_at: Mapped[datetime] = mapped_column(Instant)  # her second factor was shown just before
    ends_at: Mapped[datetime] = mapped_column(Instant)
    last_day: Mapped[date | None] = mapped_column(default=None)  # on which it was used
