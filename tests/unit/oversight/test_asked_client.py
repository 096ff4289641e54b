from caseflow.oversight.asked_client import asked_client
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House


def test_by_code_and_by_id(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    work, erased = house.work(), new_id()
    assert asked_client(work, f" {known.code} ") == known.id
    assert asked_client(work, f" {known.id} ") == known.id
    assert asked_client(work, str(erased)) == erased


def test_an_unknown_code_is_somebody_else_every_time(house: House) -> None:
    work = house.work()
    first, second = (asked_client(work, "0000-0000-0000-0000-01") for _ in range(2))
    assert first != second


def test_a_name_is_no_code(house: House) -> None:
    assert asked_client(house.work(), "Olena") == Problem(
        "client", "no_client_code", {"given": "Olena"}
    )
