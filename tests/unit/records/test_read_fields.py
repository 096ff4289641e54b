from datetime import date

import pytest

from caseflow.records.read_fields import read_fields

TODAY = date(2026, 3, 2)
WORDS = frozenset({"title", "text"})


def test_every_field_comes_in_its_one_form() -> None:
    typed = {"title": "  Ein   Gespräch ", "text": "a\r\nb", "occurred_on": "1. März 2026"}
    read, problems = read_fields(typed, TODAY)
    assert read == {"title": "Ein Gespräch", "text": "a\nb", "occurred_on": "2026-03-01"}
    assert problems == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("occurred_on", "31.06.2022", "no_such_day"),
        ("occurred_on", "3.3.2026", "in_future"),
        ("told_on", "neulich", "not_a_date"),
        ("text", "", "required"),
        ("text", "a\x00b", "control_character"),
        ("title", "x" * 501, "too_long"),
        ("text", 5, "wrong_kind"),
        ("colour", "red", "no_such_field"),
    ],
)
def test_what_is_wrong_is_named_by_field_and_code(field: str, value: object, code: str) -> None:
    read, problems = read_fields({field: value}, TODAY)
    assert read == {}
    assert [(problem.field, problem.code) for problem in problems] == [(field, code)]


def test_the_day_that_does_not_exist_says_how_long_its_month_is() -> None:
    _, (problem,) = read_fields({"occurred_on": "31.06.2022"}, TODAY)
    assert problem.values["given"] == "31.06.2022"
    assert problem.values["last"] == "30"


def test_an_optional_field_may_be_empty() -> None:
    assert read_fields({"title": "", "text": None}, TODAY, optional=WORDS) == (
        {"title": "", "text": ""},
        [],
    )


def test_all_problems_are_named_and_what_was_good_is_kept() -> None:
    read, problems = read_fields({"title": "gut", "text": "", "set_on": "x"}, TODAY)
    assert read == {"title": "gut"}
    assert {problem.field for problem in problems} == {"text", "set_on"}
