from datetime import timedelta

from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import FIRST_TOLD, Storied
from tests.factories.programs import Program


def test_the_form_asks_what_the_unit_asks_on_the_first_day_and_knows_what_is_told(
    frieda: Program, made: Storied, house: House
) -> None:
    answer = frieda.get(f"/clients/{made.id}/intake", unit="frauenhaus")
    form = answer.get_json()
    assert answer.status_code == 200
    assert acts_of(house, answer).count("intake.read") == 1
    assert form.keys() == {"questions", "total", "already_told"}
    first_day = [
        each["id"]
        for each in frieda.get("/questions").get_json()["items"]
        if "shelter" in each["first_day"]
    ]
    assert [each["question"] for each in form["questions"]] == first_day
    assert form["total"] == len(first_day)
    told = {each["question"]: each for each in form["questions"] if each["state"] == "answered"}
    assert form["already_told"] == len(told)
    assert told.keys() <= FIRST_TOLD.keys()
    for question in form["questions"]:
        asked = {"question", "state", "value", "source", "still_true_asked", "not_so"}
        assert question.keys() == asked
    source = told["mother_tongue"]["source"]
    assert told["mother_tongue"]["value"] == ["tr", "de"]
    assert source.keys() == {"unit", "told_on", "basis"}
    assert (source["unit"], source["told_on"]) == ("beratung", "2026-03-02")
    assert source["basis"].keys() == {"kind", "id"}


def test_what_was_not_asked_has_neither_value_nor_source(frieda: Program, made: Storied) -> None:
    form = frieda.get(f"/clients/{made.id}/intake").get_json()
    [gender] = [each for each in form["questions"] if each["question"] == "gender"]
    assert gender == {
        "question": "gender",
        "state": "not_asked",
        "value": None,
        "source": None,
        "still_true_asked": False,
        "not_so": [],
    }


def test_withheld_is_not_already_told_and_an_old_answer_is_asked_again(
    berta: Program, made: Storied, house: House
) -> None:
    address = f"/clients/{made.id}/intake"
    before = berta.get(address).get_json()
    house.around.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]  # a stopped one
    berta.log_in("berta")
    held = {"unit": "beratung", "state": "withheld"}
    assert berta.send("PUT", f"/clients/{made.id}/facts/birth_date", held).status_code == 200
    after = berta.get(address).get_json()
    assert (after["total"], after["already_told"]) == (
        before["total"],
        before["already_told"] - 1,
    )
    assert not any(each["still_true_asked"] for each in before["questions"])
    assert any(each["still_true_asked"] for each in after["questions"])


def test_closed_is_as_if_she_never_was(ida: Program, made: Storied) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}/intake", made.id)


def test_what_cannot_be_asked_is_named(frieda: Program, made: Storied) -> None:
    query = {"purpose": "safety"}
    assert errors(frieda, "GET", f"/clients/{made.id}/intake", query=query).keys() == {"purpose"}
