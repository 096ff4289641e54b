"""What every table is built on: the naming of constraints and the place of a client's rows."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from caseflow.database.column_types import Day, Id
from caseflow.vocabulary.ids import new_id


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """A table whose values are all set when the object is made, so that a seal can cover them."""

    # Columns that a later release added: empty ones are left out of seal and digest, so that rows
    # written before stay as they were sealed.
    later: ClassVar[frozenset[str]] = frozenset()

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {UUID: Id, date: Day}


class OwnRow(MappedAsDataclass, kw_only=True):
    """A row that is known by its id alone."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)


class ClientRow(MappedAsDataclass, kw_only=True):
    """A row that belongs to one client; the client comes first, so tables can be partitioned."""

    client_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True, index=True, default_factory=new_id)


class SealedRow(MappedAsDataclass, kw_only=True):
    """A row that decides: it carries an HMAC over all its columns but the counters.

    With a counter inside the seal, eight readers at once lost most of their updates; the use
    numbers in the log guard the counters instead.
    """

    uncovered: ClassVar[frozenset[str]] = frozenset({"row_seal", "uses", "writes"})

    row_seal: Mapped[bytes] = mapped_column(default=b"", repr=False)  # made at the flush


class CountedRow(SealedRow, kw_only=True):
    """A sealed row that is a basis: each access by it counts one up."""

    uses: Mapped[int] = mapped_column(default=0)  # how often it has justified an access
