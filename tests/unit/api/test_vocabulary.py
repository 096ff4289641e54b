import pytest
from flask import Flask

from caseflow.api.vocabulary import WORDS
from tests.factories.programs import Program


@pytest.fixture
def program(app: Flask) -> Program:
    return Program(app, "berta")


def test_all_words_at_once(program: Program) -> None:
    told = program.get("/vocabulary").get_json()
    assert told.keys() == set(WORDS)
    assert len(told["questions"]) == 117
    assert {"id": "beratung", "name": "Beratung", "kind": "counselling"} in told["units"]
    assert [each["id"] for each in told["actions"]] == ["view", "copy", "tell", "disclose"]
    question = next(each for each in told["questions"] if each["id"] == "residence_title")
    assert question.keys() == {
        "id",
        "label",
        "type",
        "options",
        "columns",
        "category",
        "first_day",
        "later",
        "volatile",
    }
    assert question["type"] == "choice(residence_title) + until: date"
    assert question["options"]
    [violence] = [each for each in told["categories"] if each["id"] == "whereabouts"]
    assert violence["trustee"] is False


@pytest.mark.parametrize("name", list(WORDS))
def test_each_list_alone(program: Program, name: str) -> None:
    told = program.get(f"/{name}").get_json()
    assert told == {"items": program.get("/vocabulary").get_json()[name], "next": None}


def test_labels_come_in_the_readers_language(program: Program) -> None:
    program.headers["Accept-Language"] = "de"
    labels = {each["label"] for each in program.get("/categories").get_json()["items"]}
    assert "Person" in labels


def test_it_is_for_who_is_logged_in(app: Flask) -> None:
    assert Program(app).get("/vocabulary").status_code == 401
