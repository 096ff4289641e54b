"""Clients, the cases that units work on with them, walls and desks."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, ClientRow, CountedRow, OwnRow, SealedRow
from caseflow.database.column_types import Ids, Instant


class Client(OwnRow, SealedRow, Base, kw_only=True):
    """A person, known by a random id; her code is found by its tag, her name only in a drawer."""

    __tablename__ = "clients"

    code_tag: Mapped[bytes] = mapped_column(unique=True)  # HMAC of the client code
    created_at: Mapped[datetime] = mapped_column(Instant)


class Case(ClientRow, CountedRow, Base, kw_only=True):
    """One unit's work with one client."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_unit_id_closed_at", "unit_id", "closed_at"),
        Index("ix_cases_unit_id_client_id", "unit_id", "client_id"),
        # Two who open a case at once would else each have one that the other cannot close.
        Index(
            "ix_cases_one_open",
            "client_id",
            "unit_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    opened_by: Mapped[UUID]  # staff
    closed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    restricted: Mapped[bool] = mapped_column(default=False)  # only the assigned staff
    assigned: Mapped[tuple[UUID, ...]] = mapped_column(Ids, default=())  # staff
    generation: Mapped[int] = mapped_column(default=0)  # up with every wall and assignment
    code: Mapped[bytes]  # the client code, sealed under the unit's own card key
    code_key_id: Mapped[bytes]  # which of the unit's keys


class Wall(ClientRow, SealedRow, Base, kw_only=True):
    """This staff member must never meet this client."""

    __tablename__ = "walls"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))  # where it was recorded
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    lifted_by: Mapped[UUID | None] = mapped_column(default=None)
    lifted_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    reason: Mapped[bytes | None] = mapped_column(default=None)  # why lifted, sealed to oversight


class Desk(ClientRow, CountedRow, Base, kw_only=True):
    """The client's code was given here: this session and unit may record, but read nothing."""

    __tablename__ = "desks"

    session_id: Mapped[UUID] = mapped_column(index=True)
    staff_id: Mapped[UUID]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant)
    code: Mapped[bytes]  # the client code, sealed under the unit's own card key
    code_key_id: Mapped[bytes]  # which of the unit's keys
