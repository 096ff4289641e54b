"""Hand out the keys that a new consent opens, once, in the transaction that records it.

What neither the recording unit nor the trustee may hand out waits for the owning unit's next
request. Which categories wait is told by the configuration alone, never by which drawers exist.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import due_to_turn, grant, mark_due
from caseflow.keys.drawer_readers import Reader
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.policy.facts import ConsentFact
from caseflow.policy.preview import preview
from caseflow.vault.facts_of_rows import category_rules, consent_fact
from caseflow.vault.gather import drawers_of
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.honoured import honoured
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.plans import plan_of
from caseflow.vault.same_person import person_of
from caseflow.vault.turn import turn
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.matrices import Matrix
from caseflow.vocabulary.states import KeyReader


@dataclass(frozen=True, slots=True)
class Standing:
    """All consents of the client, the one that is granted now, and the entry that tells of it."""

    consents: tuple[ConsentFact, ...]
    basis: UUID
    act: UUID


def grant_by_consent(work: Work, given: Permit, consent: Consent) -> Deeds:
    """Hand out every key that this consent opens and that is at hand; note what waits.

    Raises Stale when a write of hers was faster.
    """
    person = given.gathered.person
    fact = consent_fact(consent, person.unheard(consent.client_id, consent.recorded_at))
    pairs = preview(fact.matrix, given.actor.unit, category_rules(work.configuration)).pairs
    _note_due(work, given, consent, pairs)
    held = hold_writers(work, consent.client_id)
    if person_of(work, consent.client_id).ids != person.ids:
        raise Stale(Merge.__tablename__)
    drawers = drawers_of(work, consent.client_id)
    standing = Standing((*given.gathered.facts.consents, fact), consent.id, given.entry)
    events = grant_pairs(work, given.actor.unit, drawers, standing, pairs)
    return Deeds(rows=held, keys=events)


def would_wait(work: Work, unit: UUID, matrix: Matrix) -> tuple[str, ...]:
    """Return the categories of a consent recorded in a unit that would wait, ascending."""
    pairs = preview(matrix, unit, category_rules(work.configuration)).pairs
    return tuple(sorted(set().union(*_waiting(work, unit, pairs).values())))


def grant_pairs(
    work: Work,
    unit: UUID,
    drawers: Iterable[Drawer],
    standing: Standing,
    pairs: Iterable[tuple[UUID, UUID, str]],
) -> tuple[KeyEvent, ...]:
    """Hand out the keys of these drawers to the receivers that the pairs name."""
    wanted = list(pairs)
    events: list[KeyEvent] = []
    for drawer in drawers:
        receivers = _receivers(work, drawer, standing, wanted) - readers_of(work, drawer)
        if receivers:
            events.extend(_grant(work, unit, drawer, standing, receivers))
    return tuple(events)


def readers_of(work: Work, drawer: Drawer) -> set[UUID]:
    """Return the units that hold an envelope of a drawer's present key."""
    return readers_of_each(work, [drawer])[drawer.id]


def readers_of_each(work: Work, drawers: Collection[Drawer]) -> dict[UUID, set[UUID]]:
    """Return by drawer the units that hold an envelope of its present key, in one statement."""
    readers: dict[UUID, set[UUID]] = {drawer.id: set() for drawer in drawers}
    versions = {drawer.id: drawer.key_version for drawer in drawers}
    found = work.session.execute(
        select(Envelope.drawer_id, Envelope.key_version, Envelope.reader_id).where(
            Envelope.client_id.in_({drawer.client_id for drawer in drawers}),
            Envelope.drawer_id.in_(versions),
            Envelope.reader == KeyReader.UNIT,
        )
    )
    for drawer, version, reader in found:
        if versions.get(drawer) == version:
            readers[drawer].add(reader)
    return readers


def _receivers(
    work: Work, drawer: Drawer, standing: Standing, wanted: Iterable[tuple[UUID, UUID, str]]
) -> set[UUID]:
    """Return whom the pairs name for a drawer; a copy goes to those alone whom both units tell.

    And of a person who was merged to those alone to whom what she agreed to by each id leads.
    """
    owners = {drawer.unit_id, drawer.copied_from}
    named = {to for owner, to, about in wanted if owner in owners and about == drawer.category}
    several = any(consent.unheard for consent in standing.consents)
    if not named or (drawer.copied_from is None and not several):
        return named
    known = honoured(work, drawer.client_id, standing.consents)
    return named & plan_of(work, known, drawer).units.keys()


def _grant(
    work: Work, unit: UUID, drawer: Drawer, standing: Standing, receivers: Iterable[UUID]
) -> list[KeyEvent]:
    cipher = bring_key(work, drawer, unit)
    if cipher is None:
        if drawer.copied_from is not None:
            # No grant waits for the unit that copied: it hands out the key when it turns it.
            mark_due(work, drawer, work.clock.now())
        return []
    if due_to_turn(work, [drawer]):
        # Turning reads the consents anew, this one among them.
        return list(turn(work, standing.consents, drawer, standing.act))
    handed = [
        grant(work, drawer, cipher, Reader(KeyReader.UNIT, receiver, standing.basis), standing.act)
        for receiver in sorted(receivers)
    ]
    return [event for event in handed if event is not None]


def _note_due(
    work: Work, given: Permit, consent: Consent, pairs: Iterable[tuple[UUID, UUID, str]]
) -> None:
    waiting = _waiting(work, given.actor.unit, pairs)
    for owner, categories in waiting.items():
        work.session.add(
            GrantDue(
                client_id=consent.client_id,
                consent_id=consent.id,
                unit_id=owner,
                categories=tuple(sorted(categories)),
                due_since=consent.recorded_at,
            )
        )


def _waiting(
    work: Work, unit: UUID, pairs: Iterable[tuple[UUID, UUID, str]]
) -> dict[UUID, set[str]]:
    """Return by owning unit what neither the recording unit nor the trustee may hand out."""
    at_hand = work.configuration.trustee_categories
    if ring(work).server.trustee is None:
        at_hand = frozenset()
    waiting: dict[UUID, set[str]] = {}
    for owner, _, category in pairs:
        if owner != unit and category not in at_hand:
            waiting.setdefault(owner, set()).add(category)
    return waiting
