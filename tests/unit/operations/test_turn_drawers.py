from caseflow.database.tables.name_cards import CardOrder
from caseflow.operations.turn_drawers import drawers_behind, turn_some
from caseflow.vault.turn_behind import Turned
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.unit.vault.test_turn_behind import renewed


def test_a_units_drawers_turn_and_then_what_else_lies_under_its_key(house: House) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta, "Amal"), entry("eins"))
    renewed(house, "lea", "beratung")
    work = house.work(berta)
    assert drawers_behind(work, berta) == 2
    turned = turn_some(work, berta, None)
    assert turned.turned == 2
    assert work.session.get_one(CardOrder, berta.unit).revision == 1
    assert turn_some(work, berta, turned.last) == Turned(None, 0, 0)
    assert work.session.get_one(CardOrder, berta.unit).revision == 2
    assert drawers_behind(work, berta) == 0


def test_whoever_acts_in_no_unit_turns_nothing(house: House) -> None:
    person = Person(house.staff["berta"], new_id())
    work = house.work()
    assert drawers_behind(work, person) == 0
    assert turn_some(work, person, None) == Turned(None, 0, 0)
