from uuid import uuid4

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House


def test_at_the_desk_everything_ends_and_nothing_is_shown(
    house: House, known: Known, berta: Visitor, visitor: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    agreed(house, actor, known, declaration(offered))
    visitor.log_in("ida")
    address = f"/clients/{known.id}/withdrawal"
    assert visitor.send(address).status_code == 404
    visitor.send("/look-up", code=known.code)
    assert "Jetzt alles widerrufen" in visitor.look(address).text
    answer = visitor.send(address)
    assert answer.status_code == 200
    assert "Familie" not in answer.text
    assert "widerrufen am" in berta.look(f"/clients/{known.id}/consents").text


def test_the_officer_may_too(known: Known, visitor: Visitor) -> None:
    visitor.log_in("olga")
    assert visitor.send(f"/clients/{known.id}/withdrawal").status_code == 200
    assert visitor.look(f"/clients/{uuid4()}/withdrawal").status_code == 200
