"""Who may act for a client and who may not, and which client is whose child.

Every word of it is sealed, the ids of relatives too: a thief shall not learn who belongs together.
"""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.column_types import Sealed
from caseflow.database.tables.records import DrawerContent


class Guardian(DrawerContent, kw_only=True):
    """Somebody who has, or claims, a say for a client; in the family drawer of who wrote it."""

    __tablename__ = "guardians"

    name: Mapped[bytes] = mapped_column(Sealed)
    relation: Mapped[bytes] = mapped_column(Sealed)  # to her, as it was told
    authority: Mapped[bytes] = mapped_column(Sealed)  # an Authority
    blocked: Mapped[bytes] = mapped_column(Sealed)  # a BlockedFor; empty: may declare for her


class Relative(DrawerContent, kw_only=True):
    """Another client who is her child or her mother; in the family drawer of the linking unit."""

    __tablename__ = "relatives"

    other: Mapped[bytes] = mapped_column(Sealed)  # id of the other client
    kin: Mapped[bytes] = mapped_column(Sealed)  # a Kin: what the other is to her
    state: Mapped[bytes] = mapped_column(Sealed)  # a LinkState


class GuardianAnswer(DrawerContent, kw_only=True):
    """What the desk answered about a declaring guardian; in the evidence drawer beside the rest."""

    __tablename__ = "guardian_answers"

    consent_id: Mapped[UUID] = mapped_column(index=True)
    violent: Mapped[bytes] = mapped_column(Sealed)  # a KnownViolent: known as violent to her
