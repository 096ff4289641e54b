from sqlalchemy import select

from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.remove_cards import remove_card, remove_where
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_a_card_goes_under_each_of_her_ids_and_nobody_elses(house: House) -> None:
    clients, other = [new_id(), new_id()], new_id()
    elsewhere = house.work_as("ida", "wohnen")
    file_card(elsewhere, house.units["wohnen"], clients[0], CardText("Mona Müller"))
    elsewhere.finish()
    work = house.work_as("berta", "beratung")
    unit = house.units["beratung"]
    for client in (*clients, other):
        file_card(work, unit, client, CardText("Mona Müller"))
    remove_where(work, unit, other, NameCard.filed.is_(False))
    remove_card(work, unit, clients)
    left = {(row.unit_id, row.client_id) for row in work.session.scalars(select(NameCard))}
    assert left == {(unit, other), (house.units["wohnen"], clients[0])}
