from tests.factories.application import Visitor
from tests.factories.clients import Known, consented
from tests.factories.house import House


def test_the_register_counts_and_names_nobody(house: House, known: Known, olga: Visitor) -> None:
    berta = house.actor("berta", "beratung")
    consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    shown = olga.look("/consent-register").text
    assert "Frauenhaus" in shown
    assert str(known.id) not in shown


def test_nobody_else_sees_it(visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert visitor.look("/consent-register").status_code == 404
