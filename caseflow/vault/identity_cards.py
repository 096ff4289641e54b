"""Make the cards of a client from an identity or contact drawer, when it is written or granted.

A unit's own card says what its own drawer says; a card for another unit rests on a consent.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.policy.facts import ConsentFact
from caseflow.policy.reach import allows_use, reaches
from caseflow.policy.validity import lasts_beyond, part_withdrawn
from caseflow.vault.consent_states import CASE_WORK, IDENTITY
from caseflow.vault.contacts import CONTACT, EMAIL, TELEPHONE, ContactText, contact_text
from caseflow.vault.content_tables import field_names, fields_of
from caseflow.vault.gather import consent_facts
from caseflow.vault.grants import readers_of
from caseflow.vault.honoured import honoured
from caseflow.vault.name_cards import CardText, Text, file_card
from caseflow.vault.open_drawers import bring_key, fields_in, own_drawer, own_drawers
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.same_person import known_as
from caseflow.vault.send_card import send_card
from caseflow.vault.spare_received import spare_received
from caseflow.vault.suspended import stays_suspended
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.questions.faults import Value
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import FactState

CARDS = (IDENTITY, CONTACT)  # the categories of drawers that make cards
NAME, BIRTH, LANGUAGES = "client_name", "birth_date", "mother_tongue"
_ON_CARDS = frozenset({NAME, BIRTH, LANGUAGES, TELEPHONE, EMAIL})
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What a drawer says for a card, and which questions she withheld from its unit."""

    text: CardText
    withheld: frozenset[str] = frozenset()
    contact: ContactText = field(default_factory=ContactText)

    def card_of(self, drawer: Drawer) -> Text:
        """Return what the card says that this drawer makes: names and contact never on one."""
        return self.contact if drawer.category == CONTACT else self.text

    def spare(self, text: Text) -> Text:
        """Return a text from elsewhere without what she withheld here."""
        if isinstance(text, ContactText):
            return text.spare(self.withheld)
        return CardText(
            name="" if NAME in self.withheld else text.name,
            birth_year="" if BIRTH in self.withheld else text.birth_year,
            languages="" if LANGUAGES in self.withheld else text.languages,
        )


def renew_cards(work: Work, given: Permit, category: str = IDENTITY) -> None:
    """Make the cards anew from the acting unit's drawer of this category, after a write into it.

    Each drawer of hers makes the cards of the id that it is kept under. A damaged one leaves them
    as they are and raises an alarm: the write itself goes on.
    """
    unit, person = given.actor.unit, given.gathered.person
    for drawer in own_drawers(given.gathered.drawers.values(), unit, category):
        told = _told_with_key(work, unit, drawer)
        if told is None:
            continue
        if told.withheld:
            spare_received(work, unit, person.ids, category, told.spare)
        file_card(work, unit, drawer.client_id, told.card_of(drawer))
        send_cards(work, drawer, told.card_of(drawer))


def send_after_grant(
    work: Work, unit: UUID, drawers: Iterable[Drawer], consent: ConsentFact
) -> None:
    """Send cards to the units that a new consent has opened such a drawer to.

    To those too that an older one had opened it to: a name rests on each consent by itself. Of a
    damaged drawer no card is sent and an alarm is raised: the consent itself is recorded.
    """
    for drawer in drawers:
        named = drawer.category in CARDS and drawer.copied_from is None
        if named and _leads_on(work, drawer, consent):
            told = _told_with_key(work, unit, drawer)
            if told is not None:
                send_cards(work, drawer, told.card_of(drawer))


def _leads_on(work: Work, drawer: Drawer, consent: ConsentFact) -> bool:
    others = readers_of(work, drawer) - {drawer.unit_id}
    now = work.clock.now()
    return any(_carries(consent, drawer, unit, now) for unit in others)


def _told_with_key(work: Work, unit: UUID, drawer: Drawer) -> Told | None:
    """Return what a drawer says whose key is at hand, or the unit's own, or the trustee's."""
    at_hand = (drawer.id, drawer.key_version) in ring(work).ciphers
    try:
        opened = at_hand or bring_key(work, drawer, unit) is not None
    except BrokenKey:
        work.alarms.append(Alarm.of_key("drawers", drawer.id))
        return None
    return told_unless_damaged(work, drawer) if opened else None


def send_cards(work: Work, drawer: Drawer, text: Text) -> None:
    """Send a card to every other unit that reads the drawer, one for each consent it rests on.

    None while sharing is suspended: they are sent when it goes on.
    """
    if stays_suspended(work):
        return
    others = sorted(readers_of(work, drawer) - {drawer.unit_id}, key=str)
    for consent in honoured(work, drawer.client_id, consent_facts(work, drawer.client_id)):
        for unit in others:
            if _carries(consent, drawer, unit, work.clock.now()):
                client = known_as(work, unit, drawer.client_id)
                send_card(work, unit, client, text, consent.id)


def _carries(consent: ConsentFact, drawer: Drawer, to_unit: UUID, at: datetime) -> bool:
    """Say whether a consent opens such a drawer for case work, now or later."""
    return (
        lasts_beyond(consent, at)
        and not consent.unheard  # a card rests on one consent alone
        and reaches(consent.matrix, drawer.unit_id, to_unit, drawer.category)
        and allows_use(consent.matrix, CASE_WORK, Action.VIEW)
        and not part_withdrawn(consent, to_unit, drawer.category, at)
    )


def own_card_text(work: Work, given: Permit) -> tuple[CardText, Deeds]:
    """Return what the acting unit's own identity drawer says, inside the transaction of a write.

    What other units opened to this one is theirs to pass on. Of a damaged drawer it says nothing.
    """
    drawer = own_drawer(given.gathered, given.actor.unit, IDENTITY)
    if drawer is None or bring_key(work, drawer, given.actor.unit) is None:
        return CardText(), Deeds()
    told = told_unless_damaged(work, drawer)
    if told is None:
        return CardText(), Deeds()
    named = DrawerName(drawer.id, drawer.unit_id, drawer.category)
    return told.text, Deeds(drawers=(named,), fields=field_names(Fact))


def told_unless_damaged(work: Work, drawer: Drawer) -> Told | None:
    """Return what a drawer says whose key is at hand; None and an alarm where it is damaged."""
    try:
        return _told(work, drawer)
    except BrokenKey:
        work.alarms.append(Alarm.of_key("drawers", drawer.id))
        return None


def _told(work: Work, drawer: Drawer) -> Told:
    """Return what a drawer says, read inside the transaction of a write."""
    fields = fields_in(work, drawer, ring(work).ciphers[drawer.id, drawer.key_version])
    inside = select(Fact).where(Fact.client_id == drawer.client_id, Fact.drawer_id == drawer.id)
    return told_in(_opened(fields, fact) for fact in work.session.scalars(inside))


def _opened(fields: FieldsOfDrawer, fact: Fact) -> Mapping[str, str]:
    opener = fields_of(fields, fact)
    texts = {column: opener.open(column, getattr(fact, column)) for column in ("question", "state")}
    if texts["state"] == FactState.ANSWERED:
        texts["value"] = opener.open("value", fact.value)
    return texts


def told_in(facts: Iterable[Mapping[str, str]]) -> Told:
    """Return what the opened facts of one drawer say for a card."""
    answers: dict[str, str] = {}
    withheld: set[str] = set()
    for fact in facts:
        if fact["state"] == FactState.ANSWERED:
            answers[fact["question"]] = fact["value"]
        elif fact["state"] == FactState.WITHHELD:
            withheld.add(fact["question"])
    values = {question: stored_answer(question, text).value for question, text in answers.items()}
    return Told(_card(values), _ON_CARDS & withheld, contact_text(values))


def _card(values: Mapping[str, Value]) -> CardText:
    year = _YEAR.search(str(values.get(BIRTH, "")))
    spoken = values.get(LANGUAGES, [])
    return CardText(
        name=str(values.get(NAME, "")),
        birth_year=year.group() if year else "",
        languages=" ".join(map(str, spoken)) if isinstance(spoken, list) else str(spoken),
    )
