from sqlalchemy import select

from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.contacts import ContactText
from caseflow.vault.name_cards import CardText
from caseflow.vault.send_card import send_card
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

MONA = CardText("Mona Müller", "1990", "Arabisch")


def test_under_one_consent_one_card_waits(house: House) -> None:
    work = house.work_as("berta", "beratung")
    shelter, client, consent = house.units["frauenhaus"], new_id(), new_id()
    for grounds in (consent, consent, new_id()):
        send_card(work, shelter, client, MONA, grounds)
    assert len(work.session.scalars(select(NameCard)).all()) == 2


def test_nothing_is_sent_to_a_unit_without_a_sound_public_key(house: House) -> None:
    work = house.work_as("berta", "beratung")
    send_card(work, new_id(), new_id(), MONA, new_id())
    assert work.session.scalars(select(NameCard)).all() == []


def test_of_one_consent_a_name_and_a_number_wait_beside_each_other(house: House) -> None:
    work = house.work_as("berta", "beratung")
    shelter, client, consent = house.units["frauenhaus"], new_id(), new_id()
    for text in (MONA, ContactText(("+491701234567",)), MONA):
        send_card(work, shelter, client, text, consent)
    found = work.session.scalars(select(NameCard.category)).all()
    assert sorted(found) == ["contact", "identity"]
