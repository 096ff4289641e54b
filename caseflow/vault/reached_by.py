"""Find by a telephone number or an e-mail address, as far as contact is open to the unit."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.client_file import ClientFile
from caseflow.vault.contacts import ContactText, contact_asked_for
from caseflow.vault.name_cards import open_or_alarm


def reached_by(work: Work, file: ClientFile, query: str) -> dict[UUID, UUID | None]:
    """Return whom the number or address in a query reaches, and the consent that tells it.

    By the id that she is shown under. Her own unit's drawer tells it without a consent, and comes
    before one. A damaged card reaches nobody and becomes an alarm.
    """
    asked = contact_asked_for(query)
    found: dict[UUID, UUID | None] = {}
    for card in sorted(file.contacts, key=lambda each: each.consent_id is not None):
        text = open_or_alarm(work, card)
        if isinstance(text, ContactText) and asked in text.contacts:
            found.setdefault(file.shown_as[card.client_id], card.consent_id)
    return found
