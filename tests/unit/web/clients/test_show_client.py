from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.known_clients import Storied


def test_what_is_open_is_listed_without_a_word_of_it(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    text = visitor.look(f"/clients/{made.id}").text
    assert "Gewalt" in text
    assert "mit ihrer Einwilligung" in text
    assert "Öztürk" not in text


def test_a_closed_case_opens_with_a_reason(made: Storied, house: House, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    cases = list_cases(work, actor, made.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, actor, cases.value[0].id), Done)
    work.finish()
    address = f"/clients/{made.id}"
    assert berta.send(address, reason="").status_code == 422
    text = berta.send(address, reason="Sie ruft wieder an").text
    assert made.code in text
    assert "Fall wieder eröffnen" in text


def test_a_running_emergency_is_ended_from_her_page(
    made: Storied, house: House, visitor: Visitor
) -> None:
    wanda = house.actor("wanda", "wohnen")
    case_at(house, wanda, Known(made.id, made.code))
    running = declared(house, wanda, Known(made.id, made.code), "health")
    visitor.log_in("wanda")
    address = f"/clients/{made.id}"
    end = f"{address}/emergencies/{running.id}/end"
    assert end in visitor.look(address).text
    assert visitor.send(end, address).status_code == 200
    assert "Notfallzugriff, den Sie erklärt haben" not in visitor.look(address).text


def test_a_desk_shows_nothing_of_her(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("ida")
    visitor.send("/look-up", code=made.code)
    assert visitor.look(f"/clients/{made.id}").status_code == 404
