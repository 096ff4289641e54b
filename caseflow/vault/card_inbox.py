"""File the name cards that other units have sent, once a client has an open case here."""

from sqlalchemy import bindparam, delete, exists, select

from caseflow.audit.record import record_alarms
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault.name_cards import Text, open_or_alarm
from caseflow.vault.received_cards import Received, file_received, look_here
from caseflow.vocabulary.actors import Actor

# The cards of `:unit` that can be filed; those without an open case wait.
INBOX = select(NameCard).where(
    NameCard.unit_id == bindparam("unit"),
    NameCard.filed.is_(False),
    exists().where(
        Case.client_id == NameCard.client_id,
        Case.unit_id == NameCard.unit_id,
        Case.closed_at.is_(None),
    ),
)


def file_inbox(work: Work, actor: Actor, at_most: int) -> int:
    """File the cards that lie in the acting unit's inbox; return how many there were.

    A damaged card is thrown away and becomes an alarm.
    """
    waiting = INBOX.order_by(NameCard.made_at).limit(at_most)
    inbox = work.session.scalars(waiting, {"unit": actor.unit}).all()
    for card in inbox:
        text = open_or_alarm(work, card)
        if _taken(work, card) and text is not None:
            _file(work, actor, card, text)
    record_alarms(work, actor.staff, actor.unit)
    return len(inbox)


def _taken(work: Work, card: NameCard) -> bool:
    """Take a card out of the inbox; say whether it still lay there."""
    work.session.expunge(card)
    taken = (
        delete(NameCard)
        .where(NameCard.client_id == card.client_id, NameCard.id == card.id)
        .returning(NameCard.id)
    )
    return work.session.execute(taken).scalar_one_or_none() is not None


def _file(work: Work, actor: Actor, card: NameCard, text: Text) -> None:
    here = look_here(work, actor.unit, card.client_id, card.category)
    if here is not None:
        file_received(work, actor, here, Received(card.client_id, card.consent_id, text))
