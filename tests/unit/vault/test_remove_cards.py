from sqlalchemy import select

from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.remove_cards import remove_card, remove_where
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_a_card_goes_under_each_of_her_ids_and_nobody_elses(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit, clients, other = house.units["beratung"], [new_id(), new_id()], new_id()
    for client in (*clients, other):
        file_card(work, unit, client, CardText("Mona Müller"))
    remove_where(work, unit, other, NameCard.filed.is_(False))
    remove_card(work, unit, clients)
    assert work.session.scalars(select(NameCard.client_id)).all() == [other]
