from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.days import read_date, read_dates, read_day
from caseflow.vocabulary.questions.faults import Asked, Fault

TODAY = date(2026, 11, 22)


def asked(expression: str) -> Asked:
    found = read_type(expression)
    return Asked(Question("day", {"de": "Tag"}, "goals", found, {}), found.parts[0], TODAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_however_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(day.strftime("%d.%m.%Y")) == day
    assert read_day(f"{day.day}. {day.month}. {day.year}") == day


@given(st.dates(date(1900, 1, 1), date(2199, 11, 30)))
def test_no_day_after_the_last_of_its_month(day: date) -> None:
    last = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    found = read_day(f"{last.day + 1}.{last.month}.{last.year}")
    assert isinstance(found, Fault)
    assert (found.code, found.values["last"]) == ("no_such_day", str(last.day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4. März 2022", date(2022, 3, 4)),
        ("4 March 2022", date(2022, 3, 4)),
        ("1. jänner 2022", date(2022, 1, 1)),
        ("1. Dez. 2022", date(2022, 12, 1)),
        ("29.2.2024", date(2024, 2, 29)),
    ],
)
def test_days_with_names(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31. Juni 2022", "no_such_day"),
        ("31.06.2022", "no_such_day"),
        ("2022-06-31", "no_such_day"),
        ("29.02.1900", "no_such_day"),
        ("0.5.2022", "no_such_day"),
        ("1.13.2022", "no_such_month"),
        ("1. Brumaire 2022", "no_such_month"),
        ("1.1.1899", "year_out_of_range"),
        ("1.1.22", "not_a_date"),
        ("gestern", "not_a_date"),
        ("2022-06-30\n", "not_a_date"),
    ],
)
def test_what_is_no_day(text: str, code: str) -> None:
    found = read_day(text)
    assert isinstance(found, Fault)
    assert found.code == code


def test_the_past_ends_today() -> None:
    assert read_date(" 22.11.2026 ", asked("date(past)")) == "2026-11-22"
    assert read_date("23.11.2026", asked("date(past)")) == Fault(
        "in_future", {"given": "23.11.2026"}
    )
    assert read_date("23.11.2026", asked("date")) == "2026-11-23"


def test_several_days_are_sorted_and_kept_once() -> None:
    found = read_dates("5.3.2027, 2026-12-01; 5.3.2027", asked("dates"))
    assert found == ["2026-12-01", "2027-03-05"]
    assert read_dates(["31.6.2022"], asked("dates")) == read_day("31.6.2022")


def test_other_json_is_the_wrong_kind() -> None:
    assert read_date(5, asked("date")) == Fault("wrong_kind", {"kind": "date"})
    assert read_dates(5, asked("dates")) == Fault("wrong_kind", {"kind": "dates"})
