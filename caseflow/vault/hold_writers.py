"""Let no write of a client's units go on from what it saw before an act that opens or closes.

Each write has used its case as it was seen. Changing every open case waits for the writes that
are under way, and makes those that come later look again: no drawer is born unnoticed.
"""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import RowDigest
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import Person, person_of
from caseflow.vocabulary.errors import Stale


def hold_writers(work: Work, client: UUID) -> tuple[RowDigest, ...]:
    """Count up the generation of her open cases; return their digests for the trace.

    Under whichever of her ids; whoever merges her, or takes back a consent, waits too.

    Raises Stale when a case was changed in the meantime: the act begins again.
    """
    ids = hold_person(work, client).ids
    found = select(Case).where(Case.client_id.in_(ids), Case.closed_at.is_(None))
    cases = intact(work, work.session.scalars(found.order_by(Case.id)))
    for case in cases:
        change(work, case, generation=case.generation + 1)
    return tuple(digest_of(case) for case in cases)


def hold_person(work: Work, client: UUID) -> Person:
    """Return who a client is, and let nobody change that before the end of this unit of work.

    Nor may anybody else reckon meanwhile who reads what: of two acts the later one sees the other.

    Raises Stale when she has become another one too, or is no more, while she was waited for: that
    record is not held. So it is where she was erased meanwhile.
    """
    person = person_of(work, client)
    hers = select(Client.id).where(Client.id.in_(person.ids)).order_by(Client.id)
    there = work.session.scalars(hers.with_for_update(key_share=True)).all()
    held = person_of(work, client)
    if held.ids != person.ids or len(there) < len(person.ids):
        raise Stale(Merge.__tablename__)
    return held
