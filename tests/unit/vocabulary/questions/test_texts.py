from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault
from caseflow.vocabulary.questions.texts import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_LINES,
    read_line,
    read_lines,
    read_occupation,
    read_text,
)

TYPE = read_type("text")
ASKED = Asked(
    Question("words", {"de": "Worte"}, "goals", TYPE, {}), TYPE.parts[0], date(2026, 1, 1)
)


def code(found: object) -> str:
    assert isinstance(found, Fault)
    return found.code


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200))
def test_reading_twice_changes_nothing(text: str) -> None:
    once = read_text(text, ASKED)
    assert isinstance(once, str)
    assert read_text(once, ASKED) == once


@pytest.mark.parametrize("text", ["\ufeff", "\u200b \u200f", "\u2066\u2069", "\u00ad"])
def test_what_nobody_can_see_is_nothing(text: str) -> None:
    assert read_text(text, ASKED) == ""
    assert read_line(text, ASKED) == ""
    assert read_lines([text, "Mappe"], ASKED) == ["Mappe"]
    # Within words such signs have their use.
    assert read_text(f"a{text}b", ASKED) == f"a{text}b"


def test_lines_end_in_one_way() -> None:
    assert read_text(" a\r\nb\rc\n ", ASKED) == "a\nb\nc"
    assert read_line(" a \r\n b ", ASKED) == "a b"


def test_an_umlaut_is_one_letter() -> None:
    assert read_text("Mu\u0308ller", ASKED) == "Müller"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\ud800"])
def test_signs_that_cannot_be_kept(sign: str) -> None:
    assert code(read_text(f"a{sign}b", ASKED)) == "control_character"
    assert code(read_lines([f"a{sign}b"], ASKED)) == "control_character"


def test_what_is_too_long() -> None:
    assert read_text("x" * LONGEST_TEXT, ASKED) == "x" * LONGEST_TEXT
    assert code(read_text("x" * (LONGEST_TEXT + 1), ASKED)) == "too_long"
    assert code(read_line("x" * (LONGEST_LINE + 1), ASKED)) == "too_long"
    assert code(read_lines(["x"] * (MOST_LINES + 1), ASKED)) == "too_many"


def test_one_line_for_each_thing() -> None:
    assert read_lines("Mia, 2015\r\n\r\nBen, 2018", ASKED) == ["Mia, 2015", "Ben, 2018"]
    assert read_lines([" a ", ""], ASKED) == ["a"]


@pytest.mark.parametrize("value", ["43414", "B 43414", "KldB 43414"])
def test_occupations(value: object) -> None:
    assert read_occupation(value, ASKED) == "43414"


def test_an_occupation_as_a_number() -> None:
    assert read_occupation(43414, ASKED) == "43414"


def test_what_is_no_occupation() -> None:
    assert code(read_occupation("4341", ASKED)) == "not_a_code"
    assert code(read_occupation(True, ASKED)) == "wrong_kind"  # noqa: FBT003 - what JSON may hold


@pytest.mark.parametrize("read", [read_text, read_line, read_lines])
def test_other_json_is_the_wrong_kind(read: object) -> None:
    assert callable(read)
    assert code(read(5, ASKED)) == "wrong_kind"
    assert code(read([5], ASKED)) == "wrong_kind"
