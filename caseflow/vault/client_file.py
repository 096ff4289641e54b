"""Load what a unit finds its clients by, still sealed: cases, cards and the order of names.

A card that rests on a consent is there only while that consent opens her identity.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault.card_order import load_order
from caseflow.vault.consent_states import names_her
from caseflow.vault.contacts import CONTACT
from caseflow.vault.hidden import walled_clients
from caseflow.vault.name_cards import cards_of
from caseflow.vault.present_case import is_open, kept_from_any, present_cases
from caseflow.vault.same_person import People, everybody
from caseflow.vocabulary.actors import Actor

Ground: TypeAlias = tuple[UUID, str]  # a consent, and the category of a card that rests on it


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What a unit has to look through, by client; of the cards only those that may open now."""

    cases: dict[UUID, Case]  # by the id that she is shown under: that of her present case
    shown_as: dict[UUID, UUID]  # by each id of hers the one that she is shown under
    cards: tuple[NameCard, ...]  # that name her
    contacts: tuple[NameCard, ...]  # that say how she is reached; only where that was asked for
    consents: dict[UUID, Consent]  # that the cards rest on, by id
    order: CardOrder | None  # of their names; only where that was asked for


def load_file(
    work: Work,
    actor: Actor,
    *,
    closed: bool,
    contacts: bool = False,
    among: Collection[UUID] | None = None,
    ordered: bool = True,
) -> ClientFile:
    """Return the clients who exist for the actor, with closed cases on demand.

    `contacts`: with the cards that say how they are reached. `among`: these alone, by any id.
    `ordered`: with the order of their names, for whoever lists all of them.
    """
    people = everybody(work)
    cases = _cases(work, actor, people, _ids(people, among), closed=closed)
    shown_as = {each: client for client in cases for each in people.who(client).ids}
    cards = cards_of(work, actor.unit, shown_as)
    reached = cards_of(work, actor.unit, shown_as, CONTACT) if contacts else []
    consents = _consents(work, actor.unit, [*cards, *reached], people)
    return ClientFile(
        cases=cases,
        shown_as=shown_as,
        cards=tuple(card for card in cards if _may_open(card, consents, shown_as)),
        contacts=tuple(card for card in reached if _may_open(card, consents, shown_as)),
        consents={consent: row for (consent, _), row in consents.items()},
        order=load_order(work, actor.unit) if ordered else None,
    )


def _ids(people: People, among: Collection[UUID] | None) -> set[UUID] | None:
    """Return every id of these clients; None where all clients are looked through."""
    if among is None:
        return None
    return {each for client in among for each in people.who(client).ids}


def _cases(
    work: Work, actor: Actor, people: People, among: set[UUID] | None, *, closed: bool
) -> dict[UUID, Case]:
    """Return each client's present case here, if it is sound and open to the actor."""
    found = select(Case).where(Case.unit_id == actor.unit)
    if among is not None:
        found = found.where(Case.client_id.in_(among))
    if not closed:
        # What a closed case keeps to some staff stays with them under her other ids.
        also = people.merged
        found = found.where(or_(Case.closed_at.is_(None), Case.client_id.in_(also)))
    cases: defaultdict[tuple[UUID, ...], list[Case]] = defaultdict(list)
    for case in work.session.scalars(found):
        cases[tuple(sorted(people.who(case.client_id).ids))].append(case)
    walled = walled_clients(work, actor)
    known = {
        hers: present_cases(work, each) for hers, each in cases.items() if walled.isdisjoint(hers)
    }
    return {
        present[0].client_id: present[0]
        for present in known.values()
        if present and not kept_from_any(present, actor) and (closed or is_open(present[0]))
    }


def _consents(
    work: Work, unit: UUID, cards: Iterable[NameCard], people: People
) -> dict[Ground, Consent]:
    """Return the consents of these cards that open now to the unit what the cards say."""
    grounds = {(card.consent_id, card.category) for card in cards if card.consent_id is not None}
    found = select(Consent).where(Consent.id.in_({consent for consent, _ in grounds}))
    sound = {row.id: row for row in intact(work, work.session.scalars(found))}
    return {
        (row.id, category): row
        for consent, category in grounds
        if (row := sound.get(consent)) is not None
        and names_her(work, row, unit, people.who(row.client_id), category)
    }


def _may_open(card: NameCard, consents: dict[Ground, Consent], shown_as: dict[UUID, UUID]) -> bool:
    if card.consent_id is None:
        return True
    consent = consents.get((card.consent_id, card.category))
    return consent is not None and shown_as.get(consent.client_id) == shown_as[card.client_id]
