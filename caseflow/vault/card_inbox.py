"""File the name cards that other units have sent, once a client has an open case here."""

from uuid import UUID

from sqlalchemy import Select, delete, exists, select

from caseflow.audit.entries import DrawerName, Trace, by
from caseflow.audit.record import record, record_alarms
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.content_tables import field_names
from caseflow.vault.gather import drawers_of
from caseflow.vault.identity_cards import Told, told_unless_damaged
from caseflow.vault.name_cards import CardText, file_card, open_or_alarm
from caseflow.vault.open_drawers import bring_key, own_among
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act


def inbox_of(unit: UUID) -> Select[NameCard]:
    """Return the query for the cards that can be filed; those without an open case wait."""
    open_case = exists().where(
        Case.client_id == NameCard.client_id,
        Case.unit_id == NameCard.unit_id,
        Case.closed_at.is_(None),
    )
    return select(NameCard).where(NameCard.unit_id == unit, NameCard.filed.is_(False), open_case)


def file_inbox(work: Work, actor: Actor, at_most: int) -> int:
    """File the cards that lie in the acting unit's inbox; return how many there were.

    A damaged card is thrown away and becomes an alarm.
    """
    waiting = inbox_of(actor.unit).order_by(NameCard.made_at).limit(at_most)
    inbox = work.session.scalars(waiting).all()
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


def _file(work: Work, actor: Actor, card: NameCard, text: CardText) -> None:
    """File what a card says but for what she withheld here; the trace names where that stands."""
    drawers = drawers_of(work, card.client_id)
    own = own_among(drawers, actor.unit, IDENTITY)
    told = Told(CardText()) if own is None else _told_here(work, actor.unit, own)
    if told is None:
        return
    file_card(work, actor.unit, card.client_id, told.spare(text), card.consent_id)
    trace = Trace(
        act=Act.CARD_FILE,
        client=card.client_id,
        drawers=() if own is None else (DrawerName(own.id, own.unit_id, own.category),),
        fields=() if own is None else field_names(Fact),
        details={"consent": str(card.consent_id)},
        **by(actor),
    )
    record(work, trace)


def _told_here(work: Work, unit: UUID, drawer: Drawer) -> Told | None:
    """Return what the own drawer says; None where it stays closed: then nothing may be filed."""
    if bring_key(work, drawer, unit) is None:
        return None
    return told_unless_damaged(work, drawer)
