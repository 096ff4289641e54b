"""Say when somebody comes of age: what a guardian declared for her ends there at the latest.

§ 2 BGB: of age is who has completed the eighteenth year. § 187(2), § 188(2) BGB: the day of birth
is the first day of a life, so a year of it is over at the end of the day before the birthday. For
who was born on 29 February that is 28 February, a day that every year has: she is of age from the
first instant of 1 March on.
"""

from datetime import date

OF_AGE = 18


def of_age_on(born: date) -> date:
    """Return the first day on which somebody who was born on a day is of age."""
    year = born.year + OF_AGE
    if (born.month, born.day) == (2, 29):
        return date(year, 3, 1)  # no leap year comes eighteen years after another
    return born.replace(year=year)
