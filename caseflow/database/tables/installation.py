"""This installation, its server keys, its trustee and its recovery key."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class Installation(OwnRow, SealedRow, Base, kw_only=True):
    """The one provider that runs here; exactly one row."""

    __tablename__ = "installation"

    provider: Mapped[str]  # the provider's name
    born_at: Mapped[datetime] = mapped_column(Instant)  # when its keys were made
    recovery_public: Mapped[bytes]  # public half of the recovery pair
    recovery_key_id: Mapped[bytes]  # its key id
    recovery_shares: Mapped[str]  # how it was shared out, "3-of-5"


class ServerKey(Base, kw_only=True):
    """A key of the server process, wrapped under the root; the wrapping guards the row itself."""

    __tablename__ = "server_keys"

    name: Mapped[str] = mapped_column(primary_key=True)  # signing, row_seal, code_lookup, cookie
    version: Mapped[int] = mapped_column(primary_key=True)  # the newest one is used
    key_id: Mapped[bytes]  # key id of the wrapped key
    root_key_id: Mapped[bytes]  # which root wraps it
    wrapped: Mapped[bytes]  # the key under the root
    born_at: Mapped[datetime] = mapped_column(Instant)


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

    trustee_id: Mapped[UUID] = mapped_column(ForeignKey("trustee_pairs.id"))
    unit_pair_id: Mapped[UUID] = mapped_column(ForeignKey("unit_pairs.id"), index=True)
    act: Mapped[UUID]  # the log entry that made it
    sealed: Mapped[bytes]  # wrapped under the trustee secret, inside it HPKE to the unit
