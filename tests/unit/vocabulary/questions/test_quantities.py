from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault
from caseflow.vocabulary.questions.quantities import read_number, read_scale, read_year


def asked(expression: str) -> Asked:
    found = read_type(expression)
    question = Question("amount", {"de": "Menge"}, "goals", found, {})
    return Asked(question, found.parts[0], date(2026, 11, 22))


def code(found: object) -> str:
    assert isinstance(found, Fault)
    return found.code


@given(st.integers(-999_999_999, 999_999_999))
def test_whole_numbers_come_back(number: int) -> None:
    assert read_number(number, asked("number")) == number
    assert read_number(str(number), asked("number")) == number


@pytest.mark.parametrize(
    ("given_value", "number"),
    [("2,5", 2.5), ("7.25", 7.25), (0.5, 0.5), (" 3,0 ", 3), ("-1,25", -1.25)],
)
def test_the_comma_is_a_decimal_comma(given_value: object, number: float) -> None:
    assert read_number(given_value, asked("number")) == number


@pytest.mark.parametrize("text", ["1.000", "1.000.000", "1.000,50"])
def test_a_thousand_is_not_guessed(text: str) -> None:
    assert code(read_number(text, asked("number"))) == "ambiguous_number"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("many", "not_a_number"), ("١٢", "not_a_number"), (True, "wrong_kind"), ([1], "wrong_kind")],
)
def test_what_is_no_number(value: object, expected: str) -> None:
    assert code(read_number(value, asked("number"))) == expected


def test_a_count_is_whole_and_within_bounds() -> None:
    count = asked("number(0..40)")
    assert read_number("40", count) == 40
    assert code(read_number("41", count)) == "out_of_bounds"
    assert code(read_number(-1, count)) == "out_of_bounds"
    assert code(read_number("2,5", count)) == "not_whole"


def test_years() -> None:
    assert read_year("2019", asked("year")) == 2019
    assert read_year(2019, asked("year")) == 2019
    assert code(read_year("19", asked("year"))) == "not_a_year"
    for value in ([2019], 2019.0, True, {"year": 2019}):
        assert code(read_year(value, asked("year"))) == "wrong_kind"
    assert code(read_year("1850", asked("year"))) == "out_of_bounds"
    assert code(read_year(2027, asked("year(past)"))) == "in_future"
    assert read_year(2027, asked("year")) == 2027


def test_the_scale_has_eleven_steps() -> None:
    scale = asked("scale")
    assert [read_scale(str(step), scale) for step in range(11)] == list(range(11))
    assert code(read_scale(11, scale)) == "out_of_bounds"
    assert code(read_scale("7,5", scale)) == "not_whole"
    assert code(read_scale("high", scale)) == "not_a_number"
