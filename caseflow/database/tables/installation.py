"""This installation, its server keys, its trustee and its recovery key."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class Installation(OwnRow, SealedRow, Base, kw_only=True):
    """The one provider that runs here; exactly one row."""

    __tablename__ = "installation"

    later: ClassVar[frozenset[str]] = frozenset({"suspended_at"})

    provider: Mapped[str]  # the provider's name
    born_at: Mapped[datetime] = mapped_column(Instant)  # when its keys were made
    recovery_public: Mapped[bytes]  # public half of the recovery pair
    recovery_key_id: Mapped[bytes]  # its key id
    recovery_shares: Mapped[str]  # how it was shared out, "3-of-5"
    # Restored from a backup: only a unit's own drawers open until an officer has compared.
    suspended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class ServerKey(Base, kw_only=True):
    """A key of the server process, wrapped under the root; the wrapping guards the row itself."""

    __tablename__ = "server_keys"

    name: Mapped[str] = mapped_column(primary_key=True)  # signing, row_seal, code_lookup, cookie
    version: Mapped[int] = mapped_column(primary_key=True)  # the newest one is used
    key_id: Mapped[bytes]  # key id of the wrapped key
    root_key_id: Mapped[bytes]  # which root wraps it
    wrapped: Mapped[bytes]  # the key under the root
    born_at: Mapped[datetime] = mapped_column(Instant)


class OutsideKey(OwnRow, SealedRow, Base, kw_only=True):
    """A version of the root or of the trustee secret, by its key id; the newest one counts.

    There is none before the first rotation, which writes down what had counted until then.
    """

    __tablename__ = "outside_keys"
    __table_args__ = (UniqueConstraint("what", "version"),)

    what: Mapped[str]  # root or trustee
    version: Mapped[int]
    key_id: Mapped[bytes]
    since: Mapped[datetime] = mapped_column(Instant)  # what is wrapped from then on, is under it
    finished_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # nothing is left


class TrusteePair(OwnRow, SealedRow, Base, kw_only=True):
    """A version of the trustee's key pair."""

    __tablename__ = "trustee_pairs"

    version: Mapped[int] = mapped_column(unique=True)
    public: Mapped[bytes]  # raw public key
    key_id: Mapped[bytes]  # key id of the private key
    born_at: Mapped[datetime] = mapped_column(Instant)


class TrusteeEnvelope(OwnRow, SealedRow, Base, kw_only=True):
    """The trustee's private key for one unit: opens with a unit key and the trustee secret."""

    __tablename__ = "trustee_envelopes"
    later: ClassVar[frozenset[str]] = frozenset({"secret_key_id"})

    trustee_id: Mapped[UUID] = mapped_column(ForeignKey("trustee_pairs.id"))
    unit_pair_id: Mapped[UUID] = mapped_column(ForeignKey("unit_pairs.id"), index=True)
    act: Mapped[UUID]  # the log entry that made it
    sealed: Mapped[bytes]  # wrapped under the trustee secret, inside it HPKE to the unit
    secret_key_id: Mapped[bytes | None] = mapped_column(default=None)  # which; none: the first one
