"""Tell the six words of a person's key, which she and her lead compare at the admission."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.accounts import StaffPair, StaffWrapping
from caseflow.database.unit_of_work import Work
from caseflow.keys import recipients


def words_of(work: Work, staff: UUID) -> tuple[str, ...] | None:
    """Return the words, or None for somebody who has no password, at first or after a reset."""
    return recipients.words_of(work, staff) if joined(work, [staff]) else None


def joined(work: Work, staff: Iterable[UUID]) -> frozenset[UUID]:
    """Return those of these people who have a password, and so a key that they can open."""
    query = (
        select(StaffPair.staff_id)
        .join(StaffWrapping, StaffWrapping.pair_id == StaffPair.id)
        .where(StaffPair.staff_id.in_(list(staff)))
    )
    return frozenset(work.session.scalars(query))
