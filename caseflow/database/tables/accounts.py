"""Staff, their key pairs, invitations and sessions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class Staff(OwnRow, SealedRow, Base, kw_only=True):
    """A person with a log-in."""

    __tablename__ = "staff"

    email: Mapped[str] = mapped_column(unique=True)  # folded to lower case
    name: Mapped[str]
    language: Mapped[str]  # of her pages, "de" or "en"
    administrator: Mapped[bool] = mapped_column(default=False)  # accounts, no unit key
    created_at: Mapped[datetime] = mapped_column(Instant)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class StaffPair(OwnRow, SealedRow, Base, kw_only=True):
    """A version of a staff member's key pair; the newest one counts."""

    __tablename__ = "staff_pairs"
    __table_args__ = (UniqueConstraint("staff_id", "version"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    version: Mapped[int]
    public: Mapped[bytes]  # raw public key
    key_id: Mapped[bytes]  # key id of the private key
    born_at: Mapped[datetime] = mapped_column(Instant)


class StaffWrapping(OwnRow, SealedRow, Base, kw_only=True):
    """One way to a staff member's private key: her password."""

    __tablename__ = "staff_wrappings"

    pair_id: Mapped[UUID] = mapped_column(ForeignKey("staff_pairs.id"), index=True)
    kind: Mapped[str]  # password
    record: Mapped[bytes]  # salt and cost of Argon2id
    root_key_id: Mapped[bytes]  # which root is outermost
    wrapped: Mapped[bytes]  # under the root, inside it under the password's key


class Invitation(OwnRow, SealedRow, Base, kw_only=True):
    """A one-time link with which a person sets her password."""

    __tablename__ = "invitations"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    invited_by: Mapped[UUID | None]  # none: at the birth of the installation
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class StaffSession(OwnRow, Base, kw_only=True):
    """A log-in; her private key rests here under a key that only the cookie holds.

    The wrapping binds id, staff and end, so the row needs no seal of its own.
    """

    __tablename__ = "staff_sessions"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    pair_id: Mapped[UUID] = mapped_column(ForeignKey("staff_pairs.id"))
    cookie_digest: Mapped[bytes] = mapped_column(unique=True)
    root_key_id: Mapped[bytes]  # which root is outermost
    wrapped: Mapped[bytes]  # private key under the cookie's key, under the root
    membership_id: Mapped[UUID | None] = mapped_column(ForeignKey("memberships.id"), default=None)
    started_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)  # of the last request
    ends_at: Mapped[datetime] = mapped_column(Instant)  # absolute end
    second_factor_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    ended_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class LoginFailure(Base, kw_only=True):
    """How often a log-in has failed in a row for an address, known or not: all are slowed alike."""

    __tablename__ = "login_failures"

    account: Mapped[bytes] = mapped_column(primary_key=True)  # HMAC of the folded address
    failures: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Instant)
