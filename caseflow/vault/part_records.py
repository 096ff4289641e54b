"""Let follow from it that two clients are two persons again: each consent opens what it did.

Nothing comes back by reading: what a consent opens by itself again is promised, and the owning
unit hands out the keys at its next request.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due, revoke
from caseflow.keys.events import KeyEvent
from caseflow.vault.apart_rows import apart_of
from caseflow.vault.contents import joined
from caseflow.vault.freeze_copies import freeze_copies
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.hold_writers import hold_person, hold_writers
from caseflow.vault.leave_pairs import leave_pairs
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.promise import promise
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import Person, person_of
from caseflow.vocabulary.states import KeyReader


def part_records(work: Work, given: Permit, row: Merge) -> Deeds:
    """Make two clients two persons again from now on, unless another merge still joins them.

    Raises Stale when somebody else has undone it, or a write of hers was faster.
    """
    before = hold_person(work, row.first_client)
    drawers = drawers_of(work, row.first_client)
    apart, since = apart_of(work, row.first_client), row.agreed_at or row.proposed_at
    change(work, row, undone_by=given.actor.staff, undone_at=work.clock.now())
    people = {
        frozenset(person.ids): person
        for person in (person_of(work, row.first_client), person_of(work, row.second_client))
    }
    parted = [_part(work, given, person, drawers) for person in people.values()]
    left = [leave_pairs(work, apart, person, since) for person in people.values()]
    _promise(work, before, given.gathered.consents.values())
    return joined(Deeds(rows=(digest_of(row),)), *parted, *left)


def _part(work: Work, given: Permit, person: Person, drawers: Iterable[Drawer]) -> Deeds:
    """Take back what was opened because she was the other as well."""
    client = person.ids[0]
    held = hold_writers(work, client)
    strange = [drawer for drawer in drawers if drawer.client_id not in person.ids]
    mine = drawers_of(work, client)
    consents = consent_facts(work, client)
    # What was copied by a consent that is the other's now: this one has not let it be copied.
    frozen = freeze_copies(work, mine, consents)
    keys = close_drawers(work, None, mine, consents, given.entry)
    return Deeds(rows=(*held, *frozen), keys=(*keys, *_of_emergencies(work, person, strange)))


def _of_emergencies(work: Work, person: Person, drawers: list[Drawer]) -> list[KeyEvent]:
    """Take the keys of somebody else's drawers from whoever declared an emergency of hers."""
    theirs = {drawer.client_id for drawer in drawers}
    staff = _declarers(work, person.ids) - _declarers(work, theirs)
    events = [
        event for each in sorted(staff) for event in revoke(work, drawers, each, KeyReader.STAFF)
    ]
    gone = {event.id for event in events}
    for drawer in drawers:
        if drawer.id in gone:
            mark_due(work, drawer, work.clock.now())
    return events


def _declarers(work: Work, clients: Collection[UUID]) -> set[UUID]:
    """Return who has an emergency access to any of these clients that was not ended."""
    found = select(EmergencyAccess).where(
        EmergencyAccess.client_id.in_(clients), EmergencyAccess.ended_at.is_(None)
    )
    return {each.staff_id for each in intact(work, work.session.scalars(found))}


def _promise(work: Work, before: Person, consents: Iterable[Consent]) -> None:
    """Note what each consent opens by itself again; derived from the consents alone."""
    promise(work, (row for row in consents if before.unheard(row.client_id, row.recorded_at)))
