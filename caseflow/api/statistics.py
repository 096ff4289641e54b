"""Report a year in figures; those from which single people could be told are kept back."""

from collections.abc import Mapping
from typing import Any

from flask import Response
from marshmallow import fields, validate

from caseflow.api.call import Call, Given, Sent
from caseflow.api.problems import fault_problem
from caseflow.api.schemas import Out
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema
from caseflow.statistics import Cell, Figures, provider_year, unit_year
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.permissions import Permission

UNIT_YEAR, PROVIDER_YEAR = "unit_year", "provider_year"
_FIRST_YEAR, _LAST_YEAR = 2000, 9998


class AskYear(InSchema):
    """Which year, and of which unit: to a lead her own, to an officer any."""

    year = fields.Integer(required=True, validate=validate.Range(_FIRST_YEAR, _LAST_YEAR))
    unit = fields.String(metadata={"description": "Slug of the unit that is reported."})


class ShownCell(Out):
    """A figure; null where it is suppressed."""

    value = fields.Integer(required=True, allow_none=True)
    suppressed = fields.Boolean(required=True)


class MonthCell(ShownCell):
    """The figure of a month, from 1 to 12."""

    month = fields.Integer(required=True)


class UnitCell(ShownCell):
    """The figure of a unit."""

    unit = fields.String(required=True)


class MeasureRow(Out):
    """One measure: its sum, and the months or, of the provider, the units that it is the sum of."""

    measure = fields.String(required=True)
    total = fields.Nested(ShownCell, required=True)
    months = fields.List(fields.Nested(MonthCell))
    units = fields.List(fields.Nested(UnitCell))


class YearReport(Out):
    """A year in figures; while it runs every figure is suppressed."""

    report = fields.String(required=True)
    year = fields.Integer(required=True)
    unit = fields.String(required=True, allow_none=True)
    complete = fields.Boolean(required=True)
    threshold = fields.Integer(required=True)
    measures = fields.List(fields.Nested(MeasureRow), required=True)


def report(report: str, sent: Sent) -> object:
    """Count the year, of a unit or of them all."""
    if report not in {UNIT_YEAR, PROVIDER_YEAR}:
        return fault_problem(Fault.NOT_FOUND)
    year = sent.query["year"]
    if year > local_day(current.work().clock.now(), current.work().configuration.zone).year:
        return Invalid((Problem("year", "in_the_future"),))
    return _unit_year(year, sent) if report == UNIT_YEAR else _provider_year(year)


def _unit_year(year: int, sent: Sent) -> Given | Invalid | Refused | Response:
    actor, units = current.actor(), Units()
    named = sent.query.get("unit")
    if actor.role is Role.OFFICER and named is None:
        return Invalid((Problem("unit", "required"),))
    unit = actor.unit if named is None else units.id(named, "unit")
    if isinstance(unit, Problem):
        return Invalid((unit,))
    if actor.role is not Role.OFFICER and unit != actor.unit:
        return fault_problem(Fault.CHOOSE_UNIT)
    answer = unit_year(current.work(), actor, year, unit)
    return answer if isinstance(answer, Refused) else Given(_shown(UNIT_YEAR, answer.value))


def _provider_year(year: int) -> Given | Refused:
    answer = provider_year(current.work(), current.actor(), year)
    return answer if isinstance(answer, Refused) else Given(_shown(PROVIDER_YEAR, answer.value))


def _shown(report: str, figures: Figures) -> Mapping[str, Any]:
    return {
        "report": report,
        "year": figures.year,
        "unit": None if figures.unit is None else figures.unit.slug,
        "complete": figures.complete,
        "threshold": figures.threshold,
        "measures": [
            {"measure": measure, "total": _cell(row.total), **_parts(figures, row.parts)}
            for measure, row in figures.rows.items()
        ],
    }


def _parts(figures: Figures, parts: tuple[Cell, ...]) -> Mapping[str, Any]:
    if figures.unit is None:
        paired = zip(figures.units, parts, strict=True)
        return {"units": [{"unit": unit.slug, **_cell(part)} for unit, part in paired]}
    return {"months": [{"month": at, **_cell(part)} for at, part in enumerate(parts, start=1)]}


def _cell(cell: Cell) -> Mapping[str, Any]:
    return {"value": cell.value, "suppressed": cell.suppressed}


CALL = Call(
    method="GET",
    address="/statistics/<report>",
    summary="Report a year in figures: unit_year or provider_year.",
    permission=Permission.READ_FIGURES,
    asks=AskYear,
    gives=YearReport,
    own_unit=(),
    act=report,
)
