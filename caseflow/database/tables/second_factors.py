"""Second factors, and what a log-in or a passkey waits for between two requests."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class OneTimeSecret(OwnRow, SealedRow, Base, kw_only=True):
    """What the one-time codes of a staff member are made from (RFC 6238)."""

    __tablename__ = "one_time_secrets"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    sealed: Mapped[bytes]  # the secret under a key of the server
    made_at: Mapped[datetime] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # by a first code
    last_step: Mapped[int] = mapped_column(default=0)  # the time step of the last code that worked


class Passkey(OwnRow, SealedRow, Base, kw_only=True):
    """A passkey of a staff member (WebAuthn); it carries no key of ours."""

    __tablename__ = "passkeys"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    name: Mapped[str]  # as she calls it
    site: Mapped[str]  # the name of the host that it was made for
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public: Mapped[bytes]  # its public key, as COSE writes it
    sign_count: Mapped[int] = mapped_column(BigInteger)  # how often it has signed, where it counts
    added_at: Mapped[datetime] = mapped_column(Instant)


class RecoveryCode(OwnRow, SealedRow, Base, kw_only=True):
    """A code on paper in place of a lost factor; it works once."""

    __tablename__ = "recovery_codes"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    digest: Mapped[bytes]  # HMAC of the code
    made_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class LogInStep(OwnRow, Base, kw_only=True):
    """A log-in between its password and its second factor, or one that looks like it.

    The wrapping binds id, staff and end, so the row needs no seal of its own.
    """

    __tablename__ = "log_in_steps"

    token_digest: Mapped[bytes] = mapped_column(unique=True)
    staff_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("staff.id"), index=True
    )  # none: failed
    pair_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff_pairs.id"))
    root_key_id: Mapped[bytes]  # which root is outermost
    wrapped: Mapped[bytes]  # her private key under the token's key, under the root; or chance
    tries: Mapped[int]  # how often in a row the account was tried, this time counted
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True)


class PasskeyChallenge(Base, kw_only=True):
    """A challenge that a passkey may answer once.

    It is itself an HMAC over what it is for and its end, so the row needs no seal of its own.
    """

    __tablename__ = "passkey_challenges"

    challenge: Mapped[bytes] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID]  # the session, or the step of a log-in
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True)
