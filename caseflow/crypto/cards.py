"""Seal the cards by which a unit finds its clients, and the order in which it lists them.

A filed card and the order stand under a key derived from the unit's private key. A card that
another unit's write leaves in the inbox is sealed to the unit's public key. A name card is bound to
its client and to the consent it rests on: its row has no seal, so whoever writes the database
could else make a received card the unit's own, or give it to another client.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from typing_extensions import override

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.envelopes import open_from, seal_to
from caseflow.crypto.key_pairs import PrivateKey, PublicKey
from caseflow.crypto.ordered_ids import OrderedIds
from caseflow.crypto.padding import pad, unpad
from caseflow.crypto.wrapping import unwrap, wrap

_CARD = "name card"
_ORDER = "card order"
_NAMED = "identity"  # the category of what a card says that names her


@dataclass(frozen=True, slots=True)
class CardPlace:
    """The row that a code or an order stands in."""

    installation: UUID
    unit: UUID
    row: UUID
    revision: int

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        revision = self.revision.to_bytes(8, "big")
        return self.installation.bytes, self.unit.bytes, self.row.bytes, revision


@dataclass(frozen=True, slots=True)
class NameCardPlace(CardPlace):
    """The row that a name card stands in, whose card it is, and what it rests on."""

    client: UUID
    consent: UUID | None  # none: the unit's own drawer
    category: str = _NAMED

    @override
    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        ground = b"" if self.consent is None else self.consent.bytes
        other = () if self.category == _NAMED else (self.category.encode(),)
        return *CardPlace.context(self), self.client.bytes, ground, *other


def card_key(private: PrivateKey) -> Cipher:
    """Return the key of a unit's cards and of their order."""
    return Cipher(derive(private.raw(), "cards"))


def seal_card(cipher: Cipher, place: CardPlace, text: str) -> bytes:
    """Return a card sealed for the unit's own file, its length hidden."""
    return wrap(cipher, _CARD, place.context(), pad(text))


def open_card(cipher: Cipher, place: CardPlace, sealed: bytes) -> str:
    """Return the text of a filed card; raises BrokenKey for any other place or key."""
    return unpad(unwrap(cipher, _CARD, place.context(), sealed))


def seal_inbox_card(public: PublicKey, place: CardPlace, text: str) -> bytes:
    """Return a card sealed to a unit that is not here to file it."""
    return seal_to(public, _CARD, place.context(), text)


def open_inbox_card(private: PrivateKey, place: CardPlace, sealed: bytes) -> str:
    """Return the text of a card in the inbox; raises BrokenKey for any other place or key."""
    return open_from(private, _CARD, place.context(), sealed)


def seal_order(cipher: Cipher, place: CardPlace, ids: Sequence[UUID]) -> bytes:
    """Return the ids, in their sorting order, sealed for the unit."""
    return wrap(cipher, _ORDER, place.context(), b"".join(card.bytes for card in ids))


def open_order(cipher: Cipher, place: CardPlace, sealed: bytes) -> OrderedIds:
    """Return the ids in their sorting order; raises BrokenKey for any other place or key."""
    return OrderedIds(unwrap(cipher, _ORDER, place.context(), sealed))
