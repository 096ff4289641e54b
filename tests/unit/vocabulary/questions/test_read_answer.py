from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.read_answer import read_answer
from caseflow.vocabulary.questions.show_answer import show_answer
from caseflow.vocabulary.questions.stored_answer import Answer, answer_text, stored_answer

CATALOGUE = read_configuration().catalogue
TODAY = date(2026, 11, 22)
# one answer of each kind, as a form sends it
TYPED = {
    Kind.TEXT: "in her words",
    Kind.LIST: "one\ntwo",
    Kind.YES_NO: "yes",
    Kind.YES_NO_UNKNOWN: "unknown",
    Kind.DATE: "4.3.2022",
    Kind.DATES: "4.3.2022, 5.3.2022",
    Kind.YEAR: "2019",
    Kind.NUMBER: "3",
    Kind.SCALE: "7",
    Kind.COUNTRY: "Syrien",
    Kind.COUNTRIES: "Syrien, Irak",
    Kind.LANGUAGES: "Kurmancî",
    Kind.CODE: "43414",
    Kind.REFERENCE: "E-2026-4",
    Kind.TABLE: "Mia;4.3.2015",
    Kind.FILE: "6f1c4a52-9d0e-4c3b-8f7a-2b1e0d9c8a76",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def question(key: str) -> Question:
    found = CATALOGUE.question(key)
    assert found is not None
    return found


def value_of(key: str, value: object) -> object:
    found = read_answer(question(key), value, TODAY)
    assert isinstance(found, Answer), found
    return found.value


def problem_of(key: str, value: object) -> tuple[str, str]:
    found = read_answer(question(key), value, TODAY)
    assert isinstance(found, Problem), found
    return found.field, found.code


def typed(asked: Question, part: Part) -> str:
    options = asked.options(part)
    return options[-1].labels["de"] if options else TYPED[part.kind]


@pytest.mark.parametrize("asked", CATALOGUE.questions, ids=lambda asked: asked.key)
def test_every_question_takes_what_a_form_sends(asked: Question) -> None:
    for sent in (
        typed(asked, asked.type.parts[0]),
        {part.name: typed(asked, part) for part in asked.type.parts},
    ):
        if isinstance(sent, dict) and asked.type.single:
            continue
        answer = read_answer(asked, sent, TODAY)
        assert isinstance(answer, Answer), answer
        assert read_answer(asked, answer.value, TODAY) == answer
        assert stored_answer(asked.key, answer_text(answer)) == answer
        assert show_answer(asked, answer, "de")


@given(st.sampled_from(CATALOGUE.questions), JSON)
def test_whatever_is_sent_is_read_or_named(asked: Question, value: object) -> None:
    found = read_answer(asked, value, TODAY)
    if isinstance(found, Problem):
        assert found.field.split(".")[0] == asked.key
    else:
        assert read_answer(asked, found.value, TODAY) == found


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}])
def test_an_empty_answer_is_none(nothing: object) -> None:
    assert problem_of("concern", nothing) == ("concern", "empty")
    assert problem_of("nationality", nothing) == ("nationality", "empty")
    assert problem_of("residence_title", nothing) == ("residence_title", "empty")
    assert problem_of("residence_title", {"choice": nothing}) == ("residence_title", "empty")


def test_separators_alone_are_no_answer() -> None:
    assert problem_of("nationality", " , ;") == ("nationality", "empty")


def test_no_is_an_answer() -> None:
    assert value_of("anonymity_wish", "no") is False
    assert value_of("residence_obligation", {"yes_no": False}) == {"yes_no": False}
    assert value_of("own_fear", 0) == 0


def test_alternatives_take_the_first_that_fits() -> None:
    assert value_of("birth_date", "4.3.1990") == "1990-03-04"
    assert value_of("birth_date", "1990") == 1990
    assert value_of("birth_date", "20–24") == "20_24"


def test_alternatives_complain_of_what_was_meant() -> None:
    assert problem_of("birth_date", "31. Juni 1990") == ("birth_date", "no_such_day")
    assert problem_of("birth_date", "2090") == ("birth_date", "in_future")
    assert problem_of("birth_date", "long ago") == ("birth_date", "not_a_date")


def test_a_bare_value_is_the_first_part() -> None:
    assert value_of("residence_title", "Duldung") == {"choice": "tolerated"}


def test_a_problem_names_its_part() -> None:
    wrong = {"choice": "tolerated", "until": "31.06.2027"}
    assert problem_of("residence_title", wrong) == ("residence_title.until", "no_such_day")
    assert problem_of("residence_title", {"til": "x"}) == ("residence_title", "no_such_part")


@pytest.mark.parametrize(("key", "begin"), [("cost_bearer", "from"), ("incident_when", "date")])
def test_a_period_ends_after_it_begins(key: str, begin: str) -> None:
    turned = {begin: "2026-02-02", "until": "2026-02-01"}
    assert problem_of(key, turned) == (f"{key}.until", "ends_before_it_begins")
    day = {begin: "2026-02-01", "until": "2026-02-01"}
    assert value_of(key, day) == day


def test_the_words_of_the_options_are_kept() -> None:
    answer = read_answer(question("papers"), {"missing": ["lease"]}, TODAY)
    assert isinstance(answer, Answer)
    assert answer.words == {"lease": {"de": "Mietvertrag", "en": "lease"}}
