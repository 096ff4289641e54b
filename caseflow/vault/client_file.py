"""Load what a unit finds its clients by, still sealed: cases, cards and the order of names.

A card that rests on a consent is there only while that consent opens her identity.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault.card_order import load_order
from caseflow.vault.consent_states import names_her
from caseflow.vault.hidden import walled_clients
from caseflow.vault.name_cards import cards_of
from caseflow.vault.present_case import kept_from, present_case
from caseflow.vocabulary.actors import Actor


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What a unit has to look through, by client; of the cards only those that may open now."""

    cases: dict[UUID, Case]
    cards: tuple[NameCard, ...]
    consents: dict[UUID, Consent]  # that the cards rest on, by id
    order: CardOrder | None


def load_file(work: Work, actor: Actor, *, closed: bool) -> ClientFile:
    """Return the clients who exist for the actor, with closed cases on demand."""
    cases = _cases(work, actor, closed=closed)
    cards = cards_of(work, actor.unit, cases)
    consents = _consents(work, actor.unit, cards)
    return ClientFile(
        cases=cases,
        cards=tuple(card for card in cards if _may_open(card, consents)),
        consents=consents,
        order=load_order(work, actor.unit),
    )


def _cases(work: Work, actor: Actor, *, closed: bool) -> dict[UUID, Case]:
    """Return each client's present case here, if it is sound and open to the actor."""
    found = select(Case).where(Case.unit_id == actor.unit)
    if not closed:
        found = found.where(Case.closed_at.is_(None))
    cases: defaultdict[UUID, list[Case]] = defaultdict(list)
    for case in work.session.scalars(found):
        cases[case.client_id].append(case)
    walled = walled_clients(work, actor)
    present = {client: present_case(work, each) for client, each in cases.items()}
    return {
        client: case
        for client, case in present.items()
        if case is not None and client not in walled and not kept_from(case, actor)
    }


def _consents(work: Work, unit: UUID, cards: Iterable[NameCard]) -> dict[UUID, Consent]:
    """Return the consents of these cards that open a client's identity now to the unit."""
    ids = {card.consent_id for card in cards if card.consent_id is not None}
    found = work.session.scalars(select(Consent).where(Consent.id.in_(ids)))
    return {row.id: row for row in intact(work, found) if names_her(work, row, unit)}


def _may_open(card: NameCard, consents: dict[UUID, Consent]) -> bool:
    if card.consent_id is None:
        return True
    consent = consents.get(card.consent_id)
    return consent is not None and consent.client_id == card.client_id
