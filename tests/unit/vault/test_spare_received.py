import pytest
from sqlalchemy import update

from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.contacts import ContactText
from caseflow.vault.identity_cards import Told
from caseflow.vault.name_cards import CardText, Named, cards_of, file_card, named, open_or_alarm
from caseflow.vault.spare_received import spare_received
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

MONA = CardText("Mona Müller", "1990")


@pytest.mark.parametrize(
    ("withheld", "year", "name"), [("birth_date", "", "Mona Müller"), ("client_name", "1990", "")]
)
def test_what_she_withholds_goes_and_the_rest_stays(
    house: House, withheld: str, year: str, name: str
) -> None:
    work = house.work_as("berta", "beratung")
    unit, client, consent = house.units["beratung"], new_id(), new_id()
    file_card(work, unit, client, CardText())
    file_card(work, unit, client, MONA, consent)
    told = Told(CardText(), frozenset({withheld}))
    spare_received(work, unit, [client], "identity", told.spare)
    cards = cards_of(work, unit, [client])
    assert {card.consent_id for card in cards} == {None, consent}
    assert named(work, cards) == ({client: Named(name, consent, year)} if name else {})


def test_her_own_words_and_what_is_damaged_stay_as_they_are(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, client, damaged = house.units["beratung"], new_id(), new_id()
    reached = ContactText(("+491701234567", "mona@example.org"))
    for consent in (None, new_id()):
        file_card(work, unit, client, reached, consent)
    file_card(work, unit, damaged, reached, new_id())
    gone = update(NameCard).where(NameCard.client_id == damaged).values(sealed=b"damaged")
    work.session.execute(gone)
    work.session.expire_all()
    told = Told(CardText(), frozenset({"safe_phone"}))
    spare_received(work, unit, [client, damaged], "contact", told.spare)
    assert {alarm.table for alarm in work.alarms} == {"name_cards"}
    left = {card.consent_id is None: card for card in cards_of(work, unit, [client], "contact")}
    assert open_or_alarm(work, left[True]) == reached
    assert open_or_alarm(work, left[False]) == ContactText(("mona@example.org",))
