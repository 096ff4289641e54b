from caseflow.records.create_client import create_client
from caseflow.vocabulary.answers import Invalid
from tests.factories.house import House
from tests.unit.records.desk_work import do


def test_every_bad_answer_is_named_and_nothing_is_written(house: House) -> None:
    berta = house.actor("berta", "beratung")
    typed = {"client_name": "Amal", "birth_date": "31.06.2022", "no_question": "x", "gender": None}
    answer = do(house, berta, create_client, typed)
    assert isinstance(answer, Invalid)
    found = {(each.field, each.code) for each in answer.problems}
    assert found == {
        ("birth_date", "no_such_day"),
        ("no_question", "no_such_question"),
        ("gender", "empty"),
    }
