"""Say which categories of a client's consents still wait for the unit that has the key."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import GrantDue
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import person_of


def pending_categories(work: Work, client: UUID) -> dict[UUID, tuple[str, ...]]:
    """Return by consent the categories that an owning unit has yet to hand out, ascending."""
    found = work.session.scalars(
        select(GrantDue).where(
            GrantDue.client_id.in_(person_of(work, client).ids), GrantDue.done_at.is_(None)
        )
    )
    waiting: dict[UUID, set[str]] = {}
    for due in intact(work, found):
        waiting.setdefault(due.consent_id, set()).update(due.categories)
    return {consent: tuple(sorted(words)) for consent, words in waiting.items()}
