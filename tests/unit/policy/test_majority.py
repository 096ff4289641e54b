"""Of age with the completed eighteenth year: § 2, § 187(2), § 188(2) BGB."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseflow.policy.majority import OF_AGE, of_age_on

births = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def completed_years(born: date, day: date) -> int:
    """Return how many years of life are over before a day begins, counted by calendar months.

    A year of life that began on a day is over with the day before it; who has no such day in the
    month finishes with the month's last one before it.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@given(births)
@example(date(2008, 2, 29))
@example(date(2000, 2, 29))
def test_the_eighteenth_year_is_completed_on_that_day_and_on_none_before(born: date) -> None:
    day = of_age_on(born)
    assert completed_years(born, day) == OF_AGE
    assert completed_years(born, day - timedelta(days=1)) == OF_AGE - 1


@given(births, births)
def test_who_is_older_is_of_age_no_later(one: date, other: date) -> None:
    assert (one <= other) <= (of_age_on(one) <= of_age_on(other))


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        (date(2008, 2, 29), date(2026, 3, 1)),  # with the end of 28 February
        (date(2008, 2, 28), date(2026, 2, 28)),
        (date(2008, 3, 1), date(2026, 3, 1)),
        (date(2008, 12, 31), date(2026, 12, 31)),
        (date(1882, 2, 29 - 1), date(1900, 2, 28)),
    ],
)
def test_examples(born: date, of_age: date) -> None:
    assert of_age_on(born) == of_age
