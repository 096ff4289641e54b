from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied


def _address(made: Storied) -> str:
    return f"/clients/{made.id}/case/opening"


def test_a_case_is_opened_at_the_desk(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    visitor.send("/look-up", code=made.code)
    answer = visitor.send(_address(made), f"/clients/{made.id}")
    assert answer.location == f"/clients/{made.id}"
    assert "Überblick" in visitor.look(answer.location).text


def test_whoever_opens_a_second_one_comes_to_the_first(made: Storied, berta: Visitor) -> None:
    answer = berta.send(_address(made), "/look-up")
    assert answer.location == f"/clients/{made.id}"
    assert berta.look(f"/clients/{made.id}/case").text.count("Offener Fall") == 1


def test_without_a_desk_a_closed_case_asks_for_a_reason(
    made: Storied, house: House, berta: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    cases = list_cases(work, actor, made.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, actor, cases.value[0].id), Done)
    work.finish()
    asked = berta.send(_address(made), "/look-up")
    assert asked.status_code == 200
    assert f'action="{_address(made)}"' in asked.text
    assert berta.send(_address(made), "/look-up", reason="x" * 2001).status_code == 422
    answer = berta.send(_address(made), "/look-up", reason="Sie ist wieder da")
    assert answer.status_code == 303
    assert berta.look(answer.location).status_code == 200


def test_without_a_desk_there_is_nobody(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.send(_address(made), "/look-up").status_code == 404
