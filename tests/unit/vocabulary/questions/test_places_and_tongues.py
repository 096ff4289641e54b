from datetime import date

import pytest

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault
from caseflow.vocabulary.questions.places_and_tongues import (
    country_name,
    language_name,
    read_countries,
    read_country,
    read_languages,
)

TYPE = read_type("countries")
ASKED = Asked(Question("where", {"de": "Wo"}, "goals", TYPE, {}), TYPE.parts[0], date(2026, 1, 1))


@pytest.mark.parametrize("value", ["SY", "sy", "Syrien", "syria"])
def test_a_country_by_code_or_name(value: str) -> None:
    assert read_country(value, ASKED) == "SY"


def test_stateless_has_a_code_and_a_former_state_its_name() -> None:
    found = read_countries("staatenlos, Jugoslawien, Syrien; SY", ASKED)
    assert found == ["XXA", "Jugoslawien", "SY"]
    assert [country_name(code, "de") for code in ("XXA", "Jugoslawien")] == [
        "staatenlos",
        "Jugoslawien",
    ]


def test_a_union_of_states_is_no_country() -> None:
    assert read_country("EU", ASKED) == "EU"
    assert country_name("EU", "de") == "EU"


def test_languages_in_the_order_told() -> None:
    found = read_languages(["Kurmancî", "Arabisch", "دری", "Zazaki (Dersim)", "ar"], ASKED)
    assert found == ["kmr", "ar", "prs", "Zazaki (Dersim)"]


def test_names_in_both_languages() -> None:
    assert (language_name("ar", "de"), language_name("ar", "en")) == ("Arabisch", "Arabic")
    assert (country_name("SY", "de"), country_name("SY", "fr")) == ("Syrien", "Syria")


def test_other_json_is_the_wrong_kind() -> None:
    wrong = Fault("wrong_kind", {"kind": "countries"})
    assert read_country(5, ASKED) == wrong
    assert read_countries({"a": 1}, ASKED) == wrong
    assert read_languages([1], ASKED) == wrong
