from uuid import uuid4

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, consented
from tests.factories.corrections import NOT_SO, said
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


def test_intake_staff_choose_among_answers_and_paragraphs_alone(
    made: Storied, house: House, visitor: Visitor
) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    consented(house, berta, Known(made.id, made.code), [ida.unit], ["violence"])
    case_at(house, ida, Known(made.id, made.code))
    said(house, berta, made.id, made.entry)
    visitor.log_in("ida")
    text = visitor.look(f"/clients/{made.id}/corrections").text
    chosen = read_page(text).select(".choose-piece a")
    assert chosen
    assert str(made.entry) not in text
    assert NOT_SO not in text  # what she says against an entry is as closed as the entry
    assert visitor.look(f"/clients/{uuid4()}/corrections").status_code == 404
