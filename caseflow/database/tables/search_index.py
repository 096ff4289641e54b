"""The blind index by which a large unit finds its clients without opening every card."""

from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base


class UnitIndex(Base, kw_only=True):
    """One generation of a unit's index: its key, and how far it is built."""

    __tablename__ = "unit_indexes"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    generation: Mapped[int] = mapped_column(primary_key=True)  # a new one with each unit key
    unit_key_id: Mapped[bytes]  # which of the unit's keys the index key is sealed under
    sealed: Mapped[bytes]  # the index key
    done_to: Mapped[UUID | None] = mapped_column(default=None)  # the last card, by id, that is in
    complete: Mapped[bool] = mapped_column(default=False)


class IndexToken(Base, kw_only=True):
    """A keyed digest of something that a client is found by, or chance that looks like one.

    It goes with the card that it was made from, whoever deletes that.
    """

    __tablename__ = "index_tokens"
    __table_args__ = (
        ForeignKeyConstraint(
            ["client_id", "card_id"],
            ["name_cards.client_id", "name_cards.id"],
            ondelete="CASCADE",
        ),
        Index("ix_index_tokens_unit_id_token", "unit_id", "token"),
        # By its key alone: the order in which rows were written tells nothing.
        {"sqlite_with_rowid": False},
    )

    client_id: Mapped[UUID] = mapped_column(primary_key=True)
    card_id: Mapped[UUID] = mapped_column(primary_key=True)
    token: Mapped[bytes] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
