"""Say what the unit she acts for keeps, and write a day as people type it."""

from datetime import date

from babel.dates import format_date

from caseflow.http import current
from caseflow.http.language import language
from caseflow.vocabulary.configuration import Category, Configuration
from caseflow.vocabulary.units import UnitKind


def own_kind() -> UnitKind:
    """Return the kind of the unit that she acts for."""
    membership = current.membership()
    if membership is None:
        raise TypeError("the policy of this route admits somebody who acts in no unit")
    return membership.unit.kind


def own_categories(configuration: Configuration) -> list[Category]:
    """Return the categories that her unit writes into, in their order."""
    kept = configuration.units[own_kind()].categories - configuration.closed_categories
    return [found for key, found in configuration.categories.items() if key in kept]


def typed_day(day: date) -> str:
    """Return a day in the form in which the reader would type it."""
    german = language() == "de"
    return str(format_date(day, "d.M.y" if german else "d MMMM y", "de" if german else "en"))
