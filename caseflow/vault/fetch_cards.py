"""Make the name cards that her consents allow a unit when a case of her opens there.

A card is sent when the giving unit writes, or when a consent is recorded. What was told before this
case was opened is read here once, from the drawers themselves, and traced: else she would stand
without a name until somebody writes.
"""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import UUID

from caseflow.database.sealed_rows import use
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.consent_states import names_her_from
from caseflow.vault.grants import readers_of
from caseflow.vault.identity_cards import CARDS, told_unless_damaged
from caseflow.vault.name_cards import Text
from caseflow.vault.open_drawers import key_of
from caseflow.vault.permit import Permit
from caseflow.vault.received_cards import Here, Received, file_received, look_here
from caseflow.vault.same_person import Person
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import BrokenKey, MissingKey, Stale

Source: TypeAlias = tuple[Consent, tuple[Drawer, ...]]  # what opens drawers here, and which


def fetch_cards(work: Work, given: Permit) -> None:
    """File a card for each consent that opens to the acting unit now who she is, or her contact.

    Raises Stale when such a consent was changed meanwhile.
    """
    for category in CARDS:
        _fetch(work, given, category)


def _fetch(work: Work, given: Permit, category: str) -> None:
    sources = _sources(work, given, category)
    unit, client = given.actor.unit, given.ask.client
    here = look_here(work, unit, client, category) if sources else None
    if here is not None:
        for source in sources:
            _file(work, given, here, source)


def _file(work: Work, given: Permit, here: Here, source: Source) -> None:
    consent, drawers = source
    used = _used(work, consent)
    text = _text(work, drawers)
    received = Received(given.ask.client, consent.id, text, drawers, (used,))
    file_received(work, given.actor, here, received)


def _sources(work: Work, given: Permit, category: str) -> list[Source]:
    """Return each consent that opens such drawers to the unit, with those it has a key of."""
    unit = given.actor.unit
    drawers = [
        drawer
        for drawer in given.gathered.drawers.values()
        if drawer.category == category
        and drawer.copied_from is None
        and drawer.unit_id != unit
        and unit in readers_of(work, drawer)
    ]
    drawers.sort(key=lambda drawer: (drawer.born_at, drawer.id))
    opened = [
        (consent, _opened(work, consent, drawers, unit, given.gathered.person))
        for consent in sorted(given.gathered.consents.values(), key=lambda each: each.id)
    ]
    return [(consent, found) for consent, found in opened if found]


def _opened(
    work: Work, consent: Consent, drawers: Iterable[Drawer], unit: UUID, person: Person
) -> tuple[Drawer, ...]:
    return tuple(
        each
        for each in drawers
        if names_her_from(work, consent, each.unit_id, unit, person, each.category)
    )


def _used(work: Work, consent: Consent) -> UsedBasis:
    number = use(work, consent)
    if number is None:
        raise Stale(Consent.__tablename__)
    return UsedBasis(BasisKind.CONSENT, consent.id, number)


def _text(work: Work, drawers: Iterable[Drawer]) -> Text | None:
    """Return what the first drawer with a name says; a damaged one keeps no case from opening.

    So it is with the first that says how she is reached.
    """
    texts = [text for text in (_said(work, drawer) for drawer in drawers) if text is not None]
    return next((text for text in texts if text.says), next(iter(texts), None))


def _said(work: Work, drawer: Drawer) -> Text | None:
    try:
        key_of(work, drawer)
    except MissingKey:
        return None  # what was found in its place is an alarm already
    except BrokenKey:
        work.alarms.append(Alarm.of_key(Drawer.__tablename__, drawer.id))
        return None
    told = told_unless_damaged(work, drawer)
    return None if told is None else told.card_of(drawer)
