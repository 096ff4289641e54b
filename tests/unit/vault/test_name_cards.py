from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.contacts import ContactText
from caseflow.vault.name_cards import (
    CardText,
    Named,
    cards_of,
    file_card,
    named,
    names_of,
    open_or_alarm,
)
from caseflow.vault.remove_cards import remove_card
from caseflow.vault.send_card import send_card
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House, StoppedClock

MONA = CardText("Mona Müller", "1990", "Arabisch")


def test_a_card_is_replaced_and_removed(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, client = house.units["beratung"], new_id()
    file_card(work, unit, client, MONA)
    file_card(work, unit, client, CardText("Karla Kahn"))
    assert names_of(work, unit, [client]) == {client: "Karla Kahn"}
    assert len(work.session.scalars(select(NameCard)).all()) == 1
    remove_card(work, unit, [client])
    assert cards_of(work, unit, [client]) == []


def test_a_unit_whose_key_is_not_at_hand_files_nothing_and_removes_its_card(house: House) -> None:
    work = house.work_as("berta", "beratung")
    elsewhere, client = house.units["wohnen"], new_id()
    file_card(work, elsewhere, client, MONA)
    remove_card(work, elsewhere, [client])
    assert work.session.scalars(select(NameCard)).all() == []


def test_an_own_card_and_one_of_a_consent_stand_side_by_side(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, client, consent = house.units["beratung"], new_id(), new_id()
    file_card(work, unit, client, CardText())
    file_card(work, unit, client, MONA, consent)
    assert {card.consent_id for card in cards_of(work, unit, [client])} == {None, consent}
    assert named(work, cards_of(work, unit, [client])) == {
        client: Named(MONA.name, consent, "1990")
    }


def test_of_two_grounds_the_newest_card_names_her(house: House, clock: StoppedClock) -> None:
    work, unit = house.work_as("berta", "beratung"), house.units["beratung"]
    for grounds in ((None, new_id()), (new_id(), None)):
        client = new_id()
        for name, ground in zip(("Karla Kahn", "Mona Müller"), grounds, strict=True):
            clock.advance(timedelta(minutes=1))
            file_card(work, unit, client, CardText(name), ground)
        assert names_of(work, unit, [client]) == {client: "Mona Müller"}
        assert [card.consent_id for card in cards_of(work, unit, [client])] == [*grounds[::-1]]


def test_a_damaged_card_is_skipped_and_becomes_an_alarm(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, broken, sound = house.units["beratung"], new_id(), new_id()
    file_card(work, unit, broken, MONA)
    file_card(work, unit, sound, CardText("Karla Kahn"))
    damaged = update(NameCard).where(NameCard.client_id == broken).values(sealed=b"damaged")
    work.session.execute(damaged)
    work.session.expire_all()
    assert names_of(work, unit, [broken, sound]) == {sound: "Karla Kahn"}
    assert {alarm.table for alarm in work.alarms} == {"name_cards"}
    assert names_of(work, unit, [broken]) == {}


OTHER = new_id()


@pytest.mark.parametrize("waiting", [False, True], ids=["filed", "inbox"])
@pytest.mark.parametrize(
    "changed",
    [{"client_id": OTHER}, {"consent_id": None}, {"consent_id": OTHER}, {"category": "contact"}],
    ids=["another client", "the unit's own", "another consent", "of contact"],
)
def test_a_card_says_nothing_for_another_client_or_on_another_ground(
    house: House, changed: dict[str, UUID | str | None], *, waiting: bool
) -> None:
    work = house.work_as("berta", "beratung")
    unit, client = house.units["beratung"], new_id()
    (send_card if waiting else file_card)(work, unit, client, MONA, new_id())
    work.session.flush()
    assert open_or_alarm(work, work.session.scalars(select(NameCard)).one()) == MONA
    work.session.execute(update(NameCard).values(**changed, filed=not waiting))
    work.session.expire_all()
    assert open_or_alarm(work, work.session.scalars(select(NameCard)).one()) is None
    assert names_of(work, unit, [client, OTHER]) == {}
    assert {alarm.table for alarm in work.alarms} == {"name_cards"}


def test_a_code_that_lies_with_a_case_is_no_card(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    case = work.session.scalars(select(Case)).one()
    card = NameCard(
        client_id=known.id,
        id=case.id,
        unit_id=berta.unit,
        unit_key_id=case.code_key_id,
        filed=True,
        made_at=work.clock.now(),
        sealed=case.code,
    )
    work.session.add(card)
    work.session.flush()
    assert open_or_alarm(work, card) is None


def test_a_card_of_another_unit_does_not_open(house: House) -> None:
    work = house.work_as("berta", "beratung")
    send_card(work, house.units["frauenhaus"], new_id(), MONA, new_id())
    work.session.flush()
    assert open_or_alarm(work, work.session.scalars(select(NameCard)).one()) is None


def test_a_card_of_contact_stands_beside_the_name_and_gives_none(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, client = house.units["beratung"], new_id()
    reached = ContactText(("+491701234567",))
    for text in (MONA, reached, reached):
        file_card(work, unit, client, text)
    (card,) = cards_of(work, unit, [client], "contact")
    assert open_or_alarm(work, card) == reached
    assert named(work, [card]) == {}
    assert names_of(work, unit, [client]) == {client: MONA.name}
