"""Promise, when sharing goes on after a restore, the keys that were held back meanwhile.

Drawers that were born or turned while it was suspended have their owner's envelope alone; they turn
once more, at their units' next requests. What consents open is promised too, for the name cards.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due
from caseflow.vault.promise import promise
from caseflow.vault.same_person import everybody
from caseflow.vocabulary.states import KeyReader


def promise_again(work: Work, since: datetime) -> None:
    """Note what has been held back since then; of whom nothing is shared, nothing is.

    Raises Stale when a write was faster.
    """
    people, shared = everybody(work), set(_shared(work))
    keyed = [each for each in _keyed(work, since) if shared & {*people.who(each.client_id).ids}]
    for drawer in keyed:
        mark_due(work, drawer, work.clock.now())
    named = {each.client_id for each in keyed} | set(_written(work, since))
    hers = {client for each in named for client in people.who(each).ids}
    promise(work, _running(work, hers & shared))


def _keyed(work: Work, since: datetime) -> list[Drawer]:
    """Return the drawers whose present keys were made since then, for their owners."""
    own = (Envelope.reader == KeyReader.UNIT, Envelope.reader_id == Drawer.unit_id)
    same = (Envelope.drawer_id == Drawer.id, Envelope.key_version == Drawer.key_version)
    found = select(Drawer).join(Envelope, (same[0]) & (same[1])).where(*own)
    return intact(work, work.session.scalars(found.where(Envelope.made_at >= since)))


def _written(work: Work, since: datetime) -> Iterator[UUID]:
    """Yield whose answers, which cards are made of, or consents were written down since then."""
    for table in (Fact, Consent):
        yield from work.session.scalars(
            select(table.client_id).where(table.recorded_at >= since).distinct()
        )


def _shared(work: Work) -> Iterator[UUID]:
    """Yield of whom something runs that opens her drawers to others."""
    now = work.clock.now()
    running: Iterable[tuple[type[Consent | EmergencyAccess | LawfulException], ColumnElement[bool]]]
    running = (
        (Consent, Consent.withdrawn_at.is_(None) & (Consent.valid_until > now)),
        (EmergencyAccess, EmergencyAccess.ended_at.is_(None) & (EmergencyAccess.until > now)),
        (LawfulException, LawfulException.ended_at.is_(None) & (LawfulException.until > now)),
    )
    for table, runs in running:
        yield from work.session.scalars(select(table.client_id).where(runs).distinct())


def _running(work: Work, clients: Iterable[UUID]) -> Iterator[Consent]:
    for client in sorted(clients):
        found = select(Consent).where(Consent.client_id == client, Consent.withdrawn_at.is_(None))
        yield from intact(work, work.session.scalars(found.order_by(Consent.id)).all())
