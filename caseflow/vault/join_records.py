"""Let follow from it that two clients are one person: the keys follow the consents of both.

No row of hers moves, so that it can be undone. Whatever her consents do not open together loses
its envelopes here, and its drawer turns at the owning unit's next request.
"""

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import Person


def join_records(work: Work, given: Permit, row: Merge) -> Deeds:
    """Make two clients one person from now on.

    Raises Stale when somebody else has answered, or a write of hers was faster.
    """
    change(work, row, answered_by=given.actor.staff, agreed_at=work.clock.now())
    # From here on she is both: a read that has seen one of them alone has used a case that is
    # counted up now, and decides anew.
    held = hold_writers(work, row.first_client)
    drawers = drawers_of(work, row.first_client)
    keys = close_drawers(work, None, drawers, consent_facts(work, row.first_client), given.entry)
    return Deeds(rows=(digest_of(row), *held), keys=keys)


def never_one(work: Work, first: Person, second: Person) -> bool:
    """Say whether any id of one is kept apart from any of the other; one in doubt is."""
    either = (*first.ids, *second.ids)
    found = select(KeptApart).where(KeptApart.client_id.in_(either), KeptApart.other_id.in_(either))
    rows = work.session.scalars(found).all()
    sound = intact(work, rows)
    return len(sound) < len(rows) or any(row.lifted_at is None for row in sound)
