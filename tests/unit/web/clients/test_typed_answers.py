from collections.abc import Mapping

import pytest
from flask import Flask

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.faults import Value
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.web.clients.answer_form import answer_value
from caseflow.web.clients.typed_answers import Typed, field_name, typed_answer
from tests.factories.house import House, configuration

CATALOGUE = configuration().catalogue
# A blank behind a key is a further example of the same question.
EXAMPLES: Mapping[str, tuple[Value, Typed]] = {
    "client_name": ("Öztürk, Aylin", {"client_name": "Öztürk, Aylin"}),
    "birth_date": ("1990-03-04", {"birth_date": "4.3.1990"}),
    "birth_date ": (1990, {"birth_date": "1990"}),
    "gender": ("female", {"gender": "female"}),
    "nationality": (["TR", "Kurdistan"], {"nationality": "Türkei, Kurdistan"}),
    "mother_tongue": (["tr", "de"], {"mother_tongue": "Türkisch, Deutsch"}),
    "interpreter_need": (
        {"yes_no": True, "text": "nur eine Frau"},
        {"interpreter_need.yes_no": "yes", "interpreter_need.text": "nur eine Frau"},
    ),
    "birth_place": (
        {"text": "Unna", "country": "DE"},
        {"birth_place.text": "Unna", "birth_place.country": "Deutschland"},
    ),
    "safe_contact_rules": (["sms"], {"safe_contact_rules": ["sms"]}),
    "goals": (["eine Wohnung", "Ruhe"], {"goals": "eine Wohnung\nRuhe"}),
    "children": (
        [{"first_name": "Deniz", "born": "2018-03-04"}, {"lives_with": "ihr"}],
        {
            "children.first_name": ["Deniz", ""],
            "children.born": ["4.3.2018", ""],
            "children.lives_with": ["", "ihr"],
        },
    ),
    "own_fear": (8, {"own_fear": "8"}),
    "household": (3, {"household": "3"}),
    "in_germany_since": (2019, {"in_germany_since": "2019"}),
    "danger_now": ("unknown", {"danger_now": "unknown"}),
    "deadlines": (["2026-03-04", "2026-04-05"], {"deadlines": "4.3.2026, 5.4.2026"}),
    "anonymity_wish": (False, {"anonymity_wish": "no"}),
}


@pytest.mark.parametrize("key", sorted(EXAMPLES))
def test_an_answer_is_typed_as_it_is_read_again(app: Flask, key: str) -> None:
    value, typed = EXAMPLES[key]
    question = CATALOGUE.by_key[key.strip()]
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert typed_answer(question, value) == typed


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", sorted(EXAMPLES))
def test_nothing_is_lost_between_the_form_and_the_rooms(
    house: House, app: Flask, key: str, language: str
) -> None:
    question = CATALOGUE.by_key[key.strip()]
    kept = EXAMPLES[key][0]
    with app.test_request_context(headers={"Accept-Language": language}):
        typed = typed_answer(question, kept)
    day = house.around.clock.now().date()
    answer = read_answer(question, answer_value(question, typed), day)
    assert not isinstance(answer, Problem), answer
    assert answer.value == kept


def test_an_alternative_of_a_list_is_typed_by_its_label(app: Flask) -> None:
    question = CATALOGUE.by_key["birth_date"]
    option = next(each for part in question.type.parts for each in question.options(part))
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert typed_answer(question, option.code) == {"birth_date": option.labels["de"]}


def test_a_part_that_is_no_longer_asked_is_left_out(app: Flask) -> None:
    question = CATALOGUE.by_key["interpreter_need"]
    with app.test_request_context():
        found = typed_answer(question, {"yes_no": True, "shoe_size": 38})
    assert found == {"interpreter_need.yes_no": "yes"}


def test_a_field_is_named_as_the_rooms_name_its_problem() -> None:
    single, composed = CATALOGUE.by_key["gender"], CATALOGUE.by_key["police"]
    assert field_name(single, single.type.parts[0]) == "gender"
    assert field_name(composed, composed.type.parts[1]) == "police.until"
