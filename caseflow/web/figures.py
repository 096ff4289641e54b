"""Show a year in figures: to a lead of her unit, to an officer of any or all of them."""

from collections.abc import Mapping
from types import MappingProxyType

from babel.dates import get_month_names
from flask import Response, request

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext, language, mark
from caseflow.statistics import Figures, Measure, provider_year, unit_year
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.units import Unit, UnitKind
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.moments import today
from caseflow.web.shell import page

_SHOWN_YEARS = 5
_NAMES: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.CASES_OPENED: mark("Cases opened"),
        Measure.CASES_CLOSED: mark("Cases closed"),
        Measure.CONSENTS_RECORDED: mark("Consents recorded"),
        Measure.CONSENTS_WITHDRAWN: mark("Withdrawals"),
        Measure.REFUSALS_RECORDED: mark("Refusals"),
        Measure.HANDOVERS_SENT: mark("Handovers sent"),
        Measure.HANDOVERS_ACCEPTED: mark("Handovers accepted"),
        Measure.EMERGENCIES_DECLARED: mark("Emergency accesses"),
        Measure.DISCLOSURES_MADE: mark("Told to partners outside"),
    }
)


@policy(Permission.READ_FIGURES)
def show_figures() -> Response:
    """Show the year and the unit that the address names, else the last year that is over."""
    years = list(range(today().year, today().year - _SHOWN_YEARS, -1))
    year = request.args.get("year", years[1], type=int)
    answer = _asked(year if year in years else years[1])
    if isinstance(answer, Refused):
        return refused_sight(answer)
    figures = answer.value
    return page(
        "figures.html",
        figures=figures,
        years=years,
        units=_units(),
        heads=_heads(figures),
        rows=[
            (gettext(_NAMES[measure]), (row.total, *row.parts))
            for measure, row in figures.rows.items()
        ],
    )


def _asked(year: int) -> Disclosed[Figures] | Refused:
    actor, named = current.actor(), request.args.get("unit", "")
    if actor.role is not Role.OFFICER:
        return unit_year(current.work(), actor, year, actor.unit)
    unit = next((each for each in _units() if each.slug == named), None)
    if unit is None:
        return provider_year(current.work(), actor, year)
    return unit_year(current.work(), actor, year, unit.id)


def _units() -> list[Unit]:
    """Return the units whose figures she may choose: a lead has nothing to choose."""
    if current.actor().role is not Role.OFFICER:
        return []
    return [unit for unit in current.units() if unit.kind is not UnitKind.OVERSIGHT]


def _heads(figures: Figures) -> list[str]:
    """Return what the parts of a row are called: months, or units."""
    if figures.unit is None:
        return [unit.name for unit in figures.units]
    return list(get_month_names("abbreviated", "stand-alone", language()).values())
