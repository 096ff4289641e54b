"""Make, file and open name cards: how a unit finds the clients that are open to it.

A card of contact is one beside them: it says how she is reached, and gives nobody a name.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.blind_index import Term
from caseflow.crypto.cards import (
    NameCardPlace,
    open_card,
    open_inbox_card,
    seal_card,
)
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.card_order import sort_into_order
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.contacts import CONTACT, ContactText
from caseflow.vault.index_terms import name_terms
from caseflow.vault.remove_cards import remove_where
from caseflow.vault.search_index import put_tokens
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id

FILED = 0  # revision in a filed card's place; a card is replaced, never rewritten


@dataclass(frozen=True, slots=True)
class CardText:
    """What a name card says; each may be empty."""

    category: ClassVar[str] = IDENTITY

    name: str = ""
    birth_year: str = ""
    languages: str = ""

    @property
    def says(self) -> str:
        """Return the name: a card without one finds nobody."""
        return self.name

    @property
    def terms(self) -> list[Term]:
        """Return by what it stands in a blind index."""
        return name_terms(self.name, self.birth_year)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a unit calls a client by, and the consent it rests on if it is not its own."""

    name: str
    consent: UUID | None
    birth_year: str = ""


Text: TypeAlias = CardText | ContactText


def file_card(
    work: Work, unit: UUID, client: UUID, text: Text, consent: UUID | None = None
) -> None:
    """File a card under the acting unit's own key, in place of any older one of the same ground.

    `consent` is what a card from elsewhere rests on; none: the unit's own drawer.
    """
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return
    same = (NameCard.consent_id == consent, NameCard.category == text.category)
    remove_where(work, unit, client, NameCard.filed.is_(True), *same)
    card = new_card(work, keys, client, text, consent)
    work.session.add(card)
    work.session.flush()
    put_tokens(work, keys, [(card, text.terms)])
    if text.category != IDENTITY:
        return
    name = names_of(work, unit, [client]).get(client, "")
    sort_into_order(work, keys, client, lambda ids: names_of(work, unit, ids), name)


def new_card(
    work: Work, keys: OpenedUnit, client: UUID, text: Text, consent: UUID | None = None
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
        category=text.category,
        sealed=b"",
    )
    card.sealed = seal_card(keys.cards, place_of(work, card), written(text))
    return card


def cards_of(
    work: Work, unit: UUID, clients: Iterable[UUID], category: str = IDENTITY
) -> list[NameCard]:
    """Return the filed cards of these clients, the newest first, still sealed."""
    found = work.session.scalars(
        select(NameCard)
        .where(
            NameCard.unit_id == unit,
            NameCard.filed.is_(True),
            NameCard.category == category,
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
        if isinstance(text, CardText) and text.name:
            found = Named(text.name, card.consent_id, text.birth_year)
            names.setdefault(card.client_id, found)
    return names


def names_of(work: Work, unit: UUID, clients: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names on the cards of these clients."""
    found = named(work, cards_of(work, unit, clients))
    return {client: each.name for client, each in found.items()}


def open_or_alarm(work: Work, card: NameCard) -> Text | None:
    """Return what a card of the acting unit says; None and an alarm when it is damaged."""
    try:
        return _open(work, card)
    except BrokenKey:
        work.alarms.append(Alarm.of_key("name_cards", card.id))
        return None


def _open(work: Work, card: NameCard) -> Text:
    keys = ring(work).unit_at_hand(card.unit_id)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open its cards")
    version = keys.of(card.unit_key_id)
    place = place_of(work, card)
    if card.filed:
        text = open_card(version.cards, place, card.sealed)
    else:
        text = open_inbox_card(version.private, place, card.sealed)
    told = json.loads(text)
    if card.category == CONTACT:
        return ContactText(tuple(told["contacts"]))
    return CardText(**told)


def place_of(work: Work, card: NameCard) -> NameCardPlace:
    """Return the row that a card stands in, as its seal knows it."""
    return NameCardPlace(
        work.installation,
        card.unit_id,
        card.id,
        FILED,
        card.client_id,
        card.consent_id,
        card.category,
    )


def written(text: Text) -> str:
    """Return a card as it is sealed."""
    return json.dumps(asdict(text), ensure_ascii=False)
