"""Take off the cards that others have sent what she has come to withhold from the unit itself."""

from collections.abc import Callable, Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.name_cards import Text, cards_of, file_card, open_or_alarm


def spare_received(
    work: Work, unit: UUID, clients: Iterable[UUID], category: str, spare: Callable[[Text], Text]
) -> None:
    """File each card that rests on a consent anew without it; what else it says stays.

    A damaged one says nothing already, and becomes an alarm.
    """
    for card in cards_of(work, unit, clients, category):
        text = None if card.consent_id is None else open_or_alarm(work, card)
        if text is not None and spare(text) != text:
            file_card(work, unit, card.client_id, spare(text), card.consent_id)
