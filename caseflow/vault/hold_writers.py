"""Let no write of a client's units go on from what it saw before an act that opens or closes.

Each write has used its case as it was seen. Changing every open case waits for the writes that
are under way, and makes those that come later look again: no drawer is born unnoticed.
"""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import RowDigest
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work


def hold_writers(work: Work, client: UUID) -> tuple[RowDigest, ...]:
    """Count up the generation of her open cases; return their digests for the trace.

    Raises Stale when a case was changed in the meantime: the act begins again.
    """
    found = select(Case).where(Case.client_id == client, Case.closed_at.is_(None))
    cases = intact(work, work.session.scalars(found.order_by(Case.id)))
    for case in cases:
        change(work, case, generation=case.generation + 1)
    return tuple(digest_of(case) for case in cases)
