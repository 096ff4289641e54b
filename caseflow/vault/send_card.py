"""Put a card into the inbox of a unit whose key is not at hand."""

from uuid import UUID

from caseflow.crypto.cards import seal_inbox_card
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.recipients import find_recipient
from caseflow.vault.name_cards import Text, place_of, written
from caseflow.vault.remove_cards import remove_where
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader


def send_card(work: Work, unit: UUID, client: UUID, text: Text, consent: UUID) -> None:
    """Put a card into another unit's inbox, in place of one under the same consent.

    It is filed at that unit's next request once she has an open case there.
    """
    recipient = find_recipient(work, KeyReader.UNIT, unit)
    if recipient is None:
        return
    same = (NameCard.consent_id == consent, NameCard.category == text.category)
    remove_where(work, unit, client, NameCard.filed.is_(False), *same)
    card = NameCard(
        client_id=client,
        id=new_id(),
        unit_id=unit,
        unit_key_id=recipient.public.key_id,
        filed=False,
        consent_id=consent,
        made_at=work.clock.now(),
        category=text.category,
        sealed=b"",
    )
    card.sealed = seal_inbox_card(recipient.public, place_of(work, card), written(text))
    work.session.add(card)
