"""Hand the emergency categories to the one person who declared an emergency, by the trustee."""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import due_to_turn, grant, mark_due, revoke
from caseflow.keys.drawer_readers import Reader
from caseflow.keys.events import KeyEvent
from caseflow.vault.gather import drawers_of
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.plans import emergency_categories
from caseflow.vault.same_person import person_of
from caseflow.vault.turn import turn
from caseflow.vocabulary.states import KeyReader


def grant_by_emergency(work: Work, given: Permit, emergency: EmergencyAccess) -> Deeds:
    """Hand the person who declares it every key that the emergency opens.

    A drawer that is due to turn turns first; the new row makes her one of its readers. Raises
    Stale when a write of the client's was faster.
    """
    held = hold_writers(work, emergency.client_id)
    categories = emergency_categories(work) & frozenset(emergency.categories)
    events: list[KeyEvent] = []
    for drawer in drawers_of(work, emergency.client_id):
        # The original opens, and no copy of it.
        if drawer.category in categories and drawer.copied_from is None:
            events.extend(_grant(work, given, drawer, emergency))
    return Deeds(rows=held, keys=tuple(events))


def take_back(work: Work, emergency: EmergencyAccess) -> tuple[KeyEvent, ...]:
    """Take back every key that an emergency handed out; the drawers fall due to turn."""
    ever = person_of(work, emergency.client_id).ever
    handed = select(Envelope.drawer_id).where(
        Envelope.client_id.in_(ever), Envelope.basis_id == emergency.id
    )
    drawers = _drawers(work, ever, work.session.scalars(handed))
    for drawer in drawers:
        mark_due(work, drawer, work.clock.now())
    return tuple(revoke(work, drawers, emergency.staff_id, KeyReader.STAFF))


def _grant(work: Work, given: Permit, drawer: Drawer, emergency: EmergencyAccess) -> list[KeyEvent]:
    cipher = bring_key(work, drawer, emergency.unit_id)
    if cipher is None:
        return []
    if due_to_turn(work, [drawer]):
        return list(turn(work, given.gathered.facts.consents, drawer, given.entry))
    person = Reader(KeyReader.STAFF, emergency.staff_id, emergency.id)
    event = grant(work, drawer, cipher, person, given.entry)
    return [] if event is None else [event]


def _drawers(work: Work, clients: Collection[UUID], ids: Iterable[UUID]) -> list[Drawer]:
    found = work.session.scalars(
        select(Drawer).where(Drawer.client_id.in_(clients), Drawer.id.in_(list(ids)))
    )
    return intact(work, found)
