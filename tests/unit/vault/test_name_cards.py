from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.name_cards import (
    CardText,
    cards_of,
    file_card,
    file_inbox,
    names_of,
    open_cards,
    remove_card,
    send_card,
)
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.house import House

MONA = CardText("Mona Müller", "1990", "Arabisch")


def test_a_card_is_replaced_and_removed(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, client = house.units["beratung"], new_id()
    file_card(work, unit, client, MONA)
    file_card(work, unit, client, CardText("Karla Kahn"))
    assert names_of(work, unit, [client]) == {client: "Karla Kahn"}
    assert len(work.session.scalars(select(NameCard)).all()) == 1
    remove_card(work, unit, client)
    assert cards_of(work, unit, [client]) == {}


def test_a_unit_whose_key_is_not_at_hand_files_nothing_and_removes_its_card(house: House) -> None:
    work = house.work_as("berta", "beratung")
    elsewhere, client = house.units["wohnen"], new_id()
    file_card(work, elsewhere, client, MONA)
    remove_card(work, elsewhere, client)
    assert work.session.scalars(select(NameCard)).all() == []


def test_a_sent_card_is_opened_by_the_unit_it_was_sent_to(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    work = house.work(berta)
    send_card(work, frieda.unit, known.id, MONA)
    work.finish()
    work = house.work(frieda)
    assert file_inbox(work, frieda.unit, 8) == 1
    assert open_cards(work, cards_of(work, frieda.unit, [known.id])) == {known.id: MONA}


def test_a_card_of_a_case_that_was_closed_meanwhile_is_thrown_away(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    work = house.work(berta)
    send_card(work, frieda.unit, known.id, MONA)
    case = work.session.scalars(select(Case).where(Case.unit_id == frieda.unit)).one()
    change(work, case, closed_at=work.clock.now())
    work.finish()
    work = house.work(frieda)
    assert file_inbox(work, frieda.unit, 8) == 1
    assert work.session.scalars(select(NameCard)).all() == []


def test_nothing_is_sent_to_a_unit_without_a_sound_public_key(house: House) -> None:
    work = house.work_as("berta", "beratung")
    send_card(work, new_id(), new_id(), MONA)
    assert work.session.scalars(select(NameCard)).all() == []


def test_an_empty_card_is_none() -> None:
    assert CardText().empty()
    assert not CardText(languages="Arabisch").empty()
