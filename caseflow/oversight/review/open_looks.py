"""Say of which periods the reviewer's own entries wait for another officer still."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.review_rules import SignOffKind


def sign_offs(work: Work) -> dict[UUID, SignOff]:
    """Return all sign-offs whose seals hold."""
    return {row.id: row for row in intact(work, work.session.scalars(select(SignOff)))}


def period_signed(work: Work, signed: UUID) -> SignOff | None:
    """Return the sign-off of a period; None for any other id."""
    row = sign_offs(work).get(signed)
    return row if row is not None and row.kind == SignOffKind.PERIOD else None


def open_looks(work: Work) -> frozenset[UUID]:
    """Return the sign-offs of which nobody has reviewed what the reviewer did herself."""
    rows = sign_offs(work).values()
    reviewed = {row.of_id for row in rows if row.kind == SignOffKind.LOOKS}
    return frozenset(
        row.id for row in rows if row.kind == SignOffKind.PERIOD and row.id not in reviewed
    )
