"""Appointments: when somebody of a unit meets a client, what for, where, and whether she came."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.column_types import Sealed
from caseflow.database.tables.records import DrawerContent


class Appointment(DrawerContent, kw_only=True):
    """A time that was agreed with a client; the hour is sealed like everything else of it."""

    __tablename__ = "appointments"

    staff_id: Mapped[UUID] = mapped_column(index=True)  # who meets her
    starts: Mapped[bytes] = mapped_column(Sealed)  # an instant in UTC, RFC 3339
    minutes: Mapped[bytes] = mapped_column(Sealed)  # how long, decimal
    title: Mapped[bytes] = mapped_column(Sealed)  # what for
    place: Mapped[bytes] = mapped_column(Sealed)  # empty: not said
    reminder: Mapped[bytes] = mapped_column(Sealed)  # a Way; empty: nobody reminds her
    state: Mapped[bytes] = mapped_column(Sealed)  # an AppointmentState
