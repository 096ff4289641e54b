from uuid import uuid4

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, consented
from tests.factories.corrections import NOT_SO, said
from tests.factories.declarations import at_a_desk
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page
from tests.unit.vault.reading import log


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


def test_in_an_emergency_nothing_is_asked_for_that_the_log_would_call_refused(
    made: Storied, house: House, visitor: Visitor
) -> None:
    wanda, known = house.actor("wanda", "wohnen"), Known(made.id, made.code)
    at_a_desk(house, wanda, known)
    declared(house, wanda, known, "health")
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/corrections").status_code == 200
    assert [each["act"] for each in log(house) if each.get("decision") == "refused"] == []
