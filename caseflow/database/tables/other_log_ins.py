"""What a log-in knows beside passwords and codes: her browsers, and her identity elsewhere."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Instant


class KnownBrowser(OwnRow, SealedRow, Base, kw_only=True):
    """A browser in which a staff member has logged in completely; it is no factor."""

    __tablename__ = "known_browsers"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    # HMAC of staff member and cookie: it does not tell who shares a browser
    digest: Mapped[bytes] = mapped_column(unique=True)
    since: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)  # of the last complete log-in
    ends_at: Mapped[datetime] = mapped_column(Instant)


class OpenIdLink(OwnRow, SealedRow, Base, kw_only=True):
    """The identity that a staff member has shown at an OpenID provider."""

    __tablename__ = "openid_links"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    # HMAC of issuer and subject: subjects are often names or addresses
    identity: Mapped[bytes] = mapped_column(unique=True)
    linked_at: Mapped[datetime] = mapped_column(Instant)
