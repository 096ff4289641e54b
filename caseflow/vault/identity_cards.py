"""Keep the name cards of a client in step with what is open of her identity.

A card is there while her identity is open to a unit and the unit has an open case of hers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName, Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.vault.content_tables import field_names, fields_of
from caseflow.vault.grants import readers_of
from caseflow.vault.name_cards import CardText, file_card, send_card
from caseflow.vault.open_drawers import bring_key, fields_in, own_drawer
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.pieces import Opened, Place
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import FactState

IDENTITY = "identity"
NAME, BIRTH, LANGUAGES = "client_name", "birth_date", "mother_tongue"
_YEAR = re.compile(r"(?:19|20)\d\d")


def renew_cards(work: Work, given: Permit) -> None:
    """Make the cards anew from the acting unit's identity drawer, after a write into it.

    A damaged drawer leaves them as they are and raises an alarm: the write itself goes on.
    """
    drawer = own_drawer(given.gathered, given.actor.unit, IDENTITY)
    if drawer is None:
        return
    text = _text_unless_damaged(work, drawer)
    if text is None:
        return
    file_card(work, given.actor.unit, given.ask.client, text)
    send_cards(work, drawer, text)


def send_after_grant(work: Work, drawers: Iterable[Drawer]) -> None:
    """Send cards to the units that a new consent has opened an identity drawer to.

    Of a damaged drawer no card is sent and an alarm is raised: the consent itself is recorded.
    """
    for drawer in drawers:
        at_hand = (drawer.id, drawer.key_version) in ring(work).ciphers
        if drawer.category == IDENTITY and at_hand:
            text = _text_unless_damaged(work, drawer)
            if text is not None:
                send_cards(work, drawer, text)


def send_cards(work: Work, drawer: Drawer, text: CardText) -> None:
    """Send a card to every other unit that reads the drawer and has an open case of hers."""
    others = readers_of(work, drawer) - {drawer.unit_id}
    with_case = work.session.scalars(
        select(Case.unit_id).where(
            Case.client_id == drawer.client_id,
            Case.unit_id.in_(others),
            Case.closed_at.is_(None),
        )
    )
    for unit in sorted(set(with_case)):
        send_card(work, unit, drawer.client_id, text)


def card_is_missing(work: Work, given: Permit) -> bool:
    """Say whether the acting unit has an open case of hers, and no card to find her by."""
    case = given.gathered.case
    if case is None or case.closed_at is not None:
        return False
    found = work.session.scalar(
        select(NameCard.id).where(
            NameCard.client_id == given.ask.client, NameCard.unit_id == given.actor.unit
        )
    )
    return found is None


def card_text(opened: Opened) -> CardText:
    """Return what a card says, from the newest answers that are open.

    What she withheld from the acting unit is not on its card, whoever else was told.
    """
    newest: dict[str, tuple[str, str]] = {}
    withheld: set[str] = set()
    for question, state, told, place in _identity_answers(opened):
        if state == FactState.ANSWERED:
            newest[question] = max(told, newest.get(question, told))
        elif state == FactState.WITHHELD and place.basis.kind is BasisKind.OWN_UNIT:
            withheld.add(question)
    shown = {question: value for question, (_, value) in newest.items() if question not in withheld}
    return _card(shown)


def _identity_answers(opened: Opened) -> Iterator[tuple[str, str, tuple[str, str], Place]]:
    """Yield question, state, day and value, place of each answer that a card is made of."""
    for piece in opened.of(Fact):
        if piece.place.category != IDENTITY:
            continue
        try:
            question, state = piece.text("question"), piece.text("state")
            told = piece.text("told_on"), piece.text("value")
        except BrokenKey:
            continue  # whoever shows the pieces names it and raises the alarm
        if question in {NAME, BIRTH, LANGUAGES}:
            yield question, state, told, piece.place


def own_card_text(work: Work, given: Permit) -> tuple[CardText, Deeds]:
    """Return what the acting unit's own identity drawer says, inside the transaction of a write.

    What other units opened to this one is theirs to pass on. Of a damaged drawer it says nothing.
    """
    drawer = own_drawer(given.gathered, given.actor.unit, IDENTITY)
    if drawer is None or bring_key(work, drawer, given.actor.unit) is None:
        return CardText(), Deeds()
    text = _text_unless_damaged(work, drawer)
    if text is None:
        return CardText(), Deeds()
    named = DrawerName(drawer.id, drawer.unit_id, drawer.category)
    return text, Deeds(drawers=(named,), fields=field_names(Fact))


def _text_unless_damaged(work: Work, drawer: Drawer) -> CardText | None:
    """Return what a card says; None and an alarm where something of it does not open."""
    try:
        return _text_of(work, drawer)
    except BrokenKey:
        work.alarms.append(Alarm.of_key("drawers", drawer.id))
        return None


def _text_of(work: Work, drawer: Drawer) -> CardText:
    """Return what a card says, read inside the transaction of a write."""
    fields = fields_in(work, drawer, ring(work).ciphers[drawer.id, drawer.key_version])
    answers = {}
    inside = select(Fact).where(Fact.client_id == drawer.client_id, Fact.drawer_id == drawer.id)
    for fact in work.session.scalars(inside):
        opener = fields_of(fields, fact)
        if opener.open("state", fact.state) == FactState.ANSWERED:
            answers[opener.open("question", fact.question)] = opener.open("value", fact.value)
    return _card(answers)


def _card(answers: Mapping[str, str]) -> CardText:
    values = {question: stored_answer(question, text).value for question, text in answers.items()}
    year = _YEAR.search(str(values.get(BIRTH, "")))
    spoken = values.get(LANGUAGES, [])
    return CardText(
        name=str(values.get(NAME, "")),
        birth_year=year.group() if year else "",
        languages=" ".join(map(str, spoken)) if isinstance(spoken, list) else str(spoken),
    )


def file_from(work: Work, actor: Actor, client: UUID, opened: Opened) -> None:
    """File a card from what a read has opened, in a unit of work of its own.

    Another request that files at the same time is as good: then nothing is filed here.
    """
    text = card_text(opened)
    if text.empty():
        return
    try:
        file_card(work, actor.unit, client, text)
        record(work, Trace(act=Act.CARD_FILE, client=client, **by(actor)))
    except Stale:
        work.abandon()
        return
    work.finish()
