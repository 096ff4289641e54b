"""Make, find and spend the one-time links with which a person sets her password."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.tokens import new_token, token_digest
from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Invitation, Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.whole_text import whole_text


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that has just been made; its token is told once, and kept nowhere."""

    staff: UUID
    token: str = field(repr=False)


def make_invitation(work: Work, staff: UUID, invited_by: UUID) -> tuple[Invitation, Invited]:
    """Add an invitation, in place of all earlier ones for this person."""
    cancel_invitations(work, staff)
    invited = Invited(staff, new_token())
    now = work.clock.now()
    row = Invitation(
        staff_id=staff,
        token_digest=token_digest(invited.token),
        invited_by=invited_by,
        created_at=now,
        expires_at=now + work.configuration.limits.invitation,
    )
    work.session.add(row)
    return row, invited


def cancel_invitations(work: Work, staff: UUID) -> None:
    """Let the invitations that are still open expire now."""
    query = select(Invitation).where(Invitation.staff_id == staff, Invitation.used_at.is_(None))
    now = work.clock.now()
    for row in sealed_rows.intact(work, work.session.scalars(query)):
        if row.expires_at > now:
            sealed_rows.change(work, row, expires_at=now)


def open_invitation(work: Work, token: str) -> tuple[Invitation, Staff] | None:
    """Return an invitation that can still be used, and whose it is."""
    digest = token_digest(whole_text(token))
    query = select(Invitation).where(
        Invitation.token_digest == digest, Invitation.used_at.is_(None)
    )
    rows = sealed_rows.intact(work, work.session.scalars(query))
    if not rows or rows[0].expires_at <= work.clock.now():
        return None
    staff = enabled(staff_by_id(work, rows[0].staff_id))
    return None if staff is None else (rows[0], staff)
