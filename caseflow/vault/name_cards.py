"""Make, file and open name cards: how a unit finds the clients that are open to it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from caseflow.crypto.cards import (
    NameCardPlace,
    open_card,
    open_inbox_card,
    seal_card,
    seal_inbox_card,
)
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recipients import find_recipient
from caseflow.vault.card_order import remove_from_order, sort_into_order
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader

FILED = 0  # revision in a filed card's place; a card is replaced, never rewritten


@dataclass(frozen=True, slots=True)
class CardText:
    """What a name card says; each may be empty."""

    name: str = ""
    birth_year: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a unit calls a client by, and the consent it rests on if it is not its own."""

    name: str
    consent: UUID | None


def file_card(
    work: Work, unit: UUID, client: UUID, text: CardText, consent: UUID | None = None
) -> None:
    """File a card under the acting unit's own key, in place of any older one of the same ground.

    `consent` is what a card from elsewhere rests on; none: the unit's own drawer.
    """
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return
    _remove(work, unit, client, NameCard.filed.is_(True), NameCard.consent_id == consent)
    work.session.add(new_card(work, keys, client, text, consent))
    work.session.flush()
    name = names_of(work, unit, [client]).get(client, "")
    sort_into_order(work, keys, client, lambda ids: names_of(work, unit, ids), name)


def new_card(
    work: Work, keys: OpenedUnit, client: UUID, text: CardText, consent: UUID | None = None
) -> NameCard:
    """Return a card as the unit with these keys files it."""
    card = NameCard(
        client_id=client,
        id=new_id(),
        unit_id=keys.unit,
        unit_key_id=keys.key_id,
        filed=True,
        consent_id=consent,
        made_at=work.clock.now(),
        sealed=b"",
    )
    card.sealed = seal_card(keys.cards, _place(work, card), _written(text))
    return card


def send_card(work: Work, unit: UUID, client: UUID, text: CardText, consent: UUID) -> None:
    """Put a card into another unit's inbox, in place of one under the same consent.

    It is filed at that unit's next request once she has an open case there.
    """
    recipient = find_recipient(work, KeyReader.UNIT, unit)
    if recipient is None:
        return
    _remove(work, unit, client, NameCard.filed.is_(False), NameCard.consent_id == consent)
    card = NameCard(
        client_id=client,
        id=new_id(),
        unit_id=unit,
        unit_key_id=recipient.public.key_id,
        filed=False,
        consent_id=consent,
        made_at=work.clock.now(),
        sealed=b"",
    )
    card.sealed = seal_inbox_card(recipient.public, _place(work, card), _written(text))
    work.session.add(card)


def remove_card(work: Work, unit: UUID, clients: Iterable[UUID]) -> None:
    """Take a person's filed cards out of the acting unit's file and order, by all her ids."""
    keys = ring(work).unit_at_hand(unit)
    for client in clients:
        _remove(work, unit, client, NameCard.filed.is_(True))
        if keys is not None:
            remove_from_order(work, keys, client)


def remove_received(work: Work, unit: UUID, clients: Iterable[UUID]) -> None:
    """Remove the filed cards of a person that rest on a consent, by all her ids."""
    for client in clients:
        _remove(work, unit, client, NameCard.filed.is_(True), NameCard.consent_id.is_not(None))


def cards_of(work: Work, unit: UUID, clients: Iterable[UUID]) -> list[NameCard]:
    """Return the filed cards of these clients, the newest first, still sealed."""
    found = work.session.scalars(
        select(NameCard)
        .where(
            NameCard.unit_id == unit,
            NameCard.filed.is_(True),
            NameCard.client_id.in_(list(clients)),
        )
        .order_by(NameCard.made_at.desc(), NameCard.id)
    )
    return list(found)


def named(work: Work, cards: Iterable[NameCard]) -> dict[UUID, Named]:
    """Return each client's name from the first of her cards that has one.

    No statement is needed for it. A damaged card is skipped and becomes an alarm.
    """
    names: dict[UUID, Named] = {}
    for card in cards:
        text = open_or_alarm(work, card)
        if text is not None and text.name:
            names.setdefault(card.client_id, Named(text.name, card.consent_id))
    return names


def names_of(work: Work, unit: UUID, clients: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names on the cards of these clients."""
    found = named(work, cards_of(work, unit, clients))
    return {client: each.name for client, each in found.items()}


def open_or_alarm(work: Work, card: NameCard) -> CardText | None:
    """Return what a card of the acting unit says; None and an alarm when it is damaged."""
    try:
        return _open(work, card)
    except BrokenKey:
        work.alarms.append(Alarm.of_key("name_cards", card.id))
        return None


def _remove(work: Work, unit: UUID, client: UUID, *which: ColumnElement[bool]) -> None:
    work.session.execute(
        delete(NameCard).where(NameCard.client_id == client, NameCard.unit_id == unit, *which)
    )


def _open(work: Work, card: NameCard) -> CardText:
    keys = ring(work).unit_at_hand(card.unit_id)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open its cards")
    version = keys.of(card.unit_key_id)
    place = _place(work, card)
    if card.filed:
        text = open_card(version.cards, place, card.sealed)
    else:
        text = open_inbox_card(version.private, place, card.sealed)
    return CardText(**json.loads(text))


def _place(work: Work, card: NameCard) -> NameCardPlace:
    return NameCardPlace(
        work.installation, card.unit_id, card.id, FILED, card.client_id, card.consent_id
    )


def _written(text: CardText) -> str:
    return json.dumps(asdict(text), ensure_ascii=False)
