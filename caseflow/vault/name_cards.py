"""Make, file and open name cards: how a unit finds the clients that are open to it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import Select, delete, select

from caseflow.crypto.cards import (
    CardPlace,
    open_card,
    open_inbox_card,
    seal_card,
    seal_inbox_card,
)
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient
from caseflow.vault.card_order import remove_from_order, sort_into_order
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader

FILED = 0  # revision in a filed card's place; a card is replaced, never rewritten


@dataclass(frozen=True, slots=True)
class CardText:
    """What a name card says; each may be empty."""

    name: str = ""
    birth_year: str = ""
    languages: str = ""

    def empty(self) -> bool:
        """Say whether there is nothing to find her by."""
        return not (self.name or self.birth_year or self.languages)


def file_card(work: Work, unit: UUID, client: UUID, text: CardText) -> None:
    """File a card under the acting unit's own key, in place of any older one."""
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return
    remove_card(work, unit, client)
    row = new_id()
    card = NameCard(
        client_id=client,
        id=row,
        unit_id=unit,
        unit_key_id=keys.key_id,
        filed=True,
        made_at=work.clock.now(),
        sealed=seal_card(keys.cards, _place(work, unit, row), _written(text)),
    )
    work.session.add(card)
    work.session.flush()
    sort_into_order(work, keys, client, lambda ids: names_of(work, unit, ids), text.name)


def send_card(work: Work, unit: UUID, client: UUID, text: CardText) -> None:
    """Put a card into another unit's inbox; its next request files it."""
    recipient = find_recipient(work, KeyReader.UNIT, unit)
    if recipient is None:
        return
    row = new_id()
    work.session.add(
        NameCard(
            client_id=client,
            id=row,
            unit_id=unit,
            unit_key_id=recipient.public.key_id,
            filed=False,
            made_at=work.clock.now(),
            sealed=seal_inbox_card(recipient.public, _place(work, unit, row), _written(text)),
        )
    )


def remove_card(work: Work, unit: UUID, client: UUID) -> None:
    """Take a client's filed card out of the acting unit's file and order."""
    work.session.execute(
        delete(NameCard).where(
            NameCard.client_id == client, NameCard.unit_id == unit, NameCard.filed.is_(True)
        )
    )
    keys = ring(work).unit_at_hand(unit)
    if keys is not None:
        remove_from_order(work, keys, client)


def inbox_of(unit: UUID) -> Select[NameCard]:
    """Return the query for the cards that other units have sent."""
    return select(NameCard).where(NameCard.unit_id == unit, NameCard.filed.is_(False))


def file_inbox(work: Work, unit: UUID, at_most: int) -> int:
    """File the cards that lie in the acting unit's inbox; return how many there were."""
    waiting = inbox_of(unit).order_by(NameCard.made_at).limit(at_most)
    inbox = work.session.scalars(waiting).all()
    open_cases = _with_open_case(work, unit, [card.client_id for card in inbox])
    for card in inbox:
        text = _open(work, card)
        work.session.delete(card)
        # The consent may have ended, or the case been closed, since the card was sent.
        if card.client_id in open_cases:
            file_card(work, unit, card.client_id, text)
    return len(inbox)


def cards_of(work: Work, unit: UUID, clients: Iterable[UUID]) -> dict[UUID, NameCard]:
    """Return the filed cards of these clients, still sealed."""
    found = work.session.scalars(
        select(NameCard).where(
            NameCard.unit_id == unit,
            NameCard.filed.is_(True),
            NameCard.client_id.in_(list(clients)),
        )
    )
    return {card.client_id: card for card in found}


def open_cards(work: Work, cards: Mapping[UUID, NameCard]) -> dict[UUID, CardText]:
    """Return what the cards say; no statement is needed for it."""
    return {client: _open(work, card) for client, card in cards.items()}


def names_of(work: Work, unit: UUID, clients: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names on the cards of these clients."""
    opened = open_cards(work, cards_of(work, unit, clients))
    return {client: text.name for client, text in opened.items()}


def _with_open_case(work: Work, unit: UUID, clients: list[UUID]) -> set[UUID]:
    found = work.session.scalars(
        select(Case.client_id).where(
            Case.client_id.in_(clients), Case.unit_id == unit, Case.closed_at.is_(None)
        )
    )
    return set(found)


def _open(work: Work, card: NameCard) -> CardText:
    keys = ring(work).unit_at_hand(card.unit_id)
    assert keys is not None  # noqa: S101 - only the acting unit's cards are opened
    version = keys.of(card.unit_key_id)
    place = _place(work, card.unit_id, card.id)
    if card.filed:
        text = open_card(version.cards, place, card.sealed)
    else:
        text = open_inbox_card(version.private, place, card.sealed)
    return CardText(**json.loads(text))


def _place(work: Work, unit: UUID, row: UUID) -> CardPlace:
    return CardPlace(work.installation, unit, row, FILED)


def _written(text: CardText) -> str:
    return json.dumps(asdict(text), ensure_ascii=False)
