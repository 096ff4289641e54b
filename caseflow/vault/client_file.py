"""Load what a unit finds its clients by, still sealed: cases, cards and the order of names.

A card that rests on a consent is there only while that consent opens her identity.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault.card_order import load_order
from caseflow.vault.consent_states import names_her
from caseflow.vault.hidden import walled_clients
from caseflow.vault.name_cards import cards_of
from caseflow.vault.present_case import is_open, kept_from_any, present_cases
from caseflow.vault.same_person import People, everybody
from caseflow.vocabulary.actors import Actor


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What a unit has to look through, by client; of the cards only those that may open now."""

    cases: dict[UUID, Case]  # by the id that she is shown under: that of her present case
    shown_as: dict[UUID, UUID]  # by each id of hers the one that she is shown under
    cards: tuple[NameCard, ...]
    consents: dict[UUID, Consent]  # that the cards rest on, by id
    order: CardOrder | None


def load_file(work: Work, actor: Actor, *, closed: bool) -> ClientFile:
    """Return the clients who exist for the actor, with closed cases on demand."""
    people = everybody(work)
    cases = _cases(work, actor, people, closed=closed)
    shown_as = {each: client for client in cases for each in people.who(client).ids}
    cards = cards_of(work, actor.unit, shown_as)
    consents = _consents(work, actor.unit, cards, people)
    return ClientFile(
        cases=cases,
        shown_as=shown_as,
        cards=tuple(card for card in cards if _may_open(card, consents, shown_as)),
        consents=consents,
        order=load_order(work, actor.unit),
    )


def _cases(work: Work, actor: Actor, people: People, *, closed: bool) -> dict[UUID, Case]:
    """Return each client's present case here, if it is sound and open to the actor."""
    found = select(Case).where(Case.unit_id == actor.unit)
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
) -> dict[UUID, Consent]:
    """Return the consents of these cards that open a client's identity now to the unit."""
    ids = {card.consent_id for card in cards if card.consent_id is not None}
    found = work.session.scalars(select(Consent).where(Consent.id.in_(ids)))
    return {
        row.id: row
        for row in intact(work, found)
        if names_her(work, row, unit, people.who(row.client_id))
    }


def _may_open(card: NameCard, consents: dict[UUID, Consent], shown_as: dict[UUID, UUID]) -> bool:
    if card.consent_id is None:
        return True
    consent = consents.get(card.consent_id)
    return consent is not None and shown_as.get(consent.client_id) == shown_as[card.client_id]
